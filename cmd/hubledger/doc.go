// Command hubledger keeps, serves, replays and verifies the ledger of the NHS
// England Training Hubs. It ties the rooms together and holds no rule of its
// own: what it prints, another program can ask for.
package main
