package demo

import "iter"

// ahead makes what a sequence yields while its consumer is busy with what came
// before.
func ahead[T any](seq iter.Seq[T]) iter.Seq[T] {
	const chunk = 128
	return func(yield func(T) bool) {
		chunks, stop, ended := make(chan []T, 8), make(chan struct{}), make(chan struct{})
		defer func() { close(stop); <-ended }()
		go func() {
			defer close(ended)
			defer close(chunks)
			var next []T
			send := func() bool {
				select {
				case chunks <- next:
					next = make([]T, 0, chunk)
					return true
				case <-stop:
					return false
				}
			}
			for v := range seq {
				if next = append(next, v); len(next) == chunk && !send() {
					return
				}
			}
			send()
		}()
		for c := range chunks {
			for _, v := range c {
				if !yield(v) {
					return
				}
			}
		}
	}
}
