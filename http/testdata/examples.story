# The examples of all commands, in an order in which a ledger records each of
# them. A line is the name of a command, and what is put in place of members of
# its example: null takes a member out. Such a line is not the example itself,
# but what has to be there first.

# The nation, organisations, hubs.
record-legal-status
record-party-succession
name-accountable-body
issue-guidance
publish-operating-model
record-endorsement
set-rate
set-thresholds
define-role-type
define-role-type {"data": {"code": "PARAMEDIC", "title": "Paramedic", "bands": ["7"], "regulators": ["HCPC"], "from": "2021-04-01", "crosswalk": null, "publishedOn": "2021-03-31", "sourceDoc": "Network Contract DES 2021/22"}}
set-rate {"data": {"rate": null, "refKind": "ARRS_SUM", "key": "PCN", "from": "2024-04-01", "to": "2025-03-31", "pence": 2289400, "unit": "THOUSAND_WEIGHTED_PATIENTS", "publishedOn": "2024-03-28", "sourceDoc": "Network Contract DES 2024/25"}}
set-rate {"data": {"rate": null, "refKind": "TARIFF", "key": "NURSING_STUDENT", "from": "2024-04-01", "to": "2025-03-31", "pence": 500000, "unit": "STUDENT_YEAR", "publishedOn": "2024-03-28", "sourceDoc": "Education and training tariff 2024/25"}}
set-rate {"data": {"rate": null, "refKind": "GRANT", "key": "CPD_NURSE", "from": "2024-04-01", "to": "2025-03-31", "pence": 33300, "unit": "HEAD_YEAR", "publishedOn": "2024-03-28", "sourceDoc": "CPD funding 2024/25"}}
set-thresholds {"data": {"set": null, "scheme": "STUDENT_YEAR", "from": "2024-04-01", "to": null, "thresholds": [{"key": "NURSING_STUDENT", "amount": 204, "unit": "DAYS"}], "publishedOn": "2024-03-28", "sourceDoc": "Education and training tariff 2024/25"}}
set-thresholds {"data": {"set": null, "scheme": "EDUCATORS", "from": "2024-04-01", "to": null, "thresholds": [{"key": "CHECKED_WITHIN", "amount": 12, "unit": "MONTHS"}], "publishedOn": "2024-03-01", "sourceDoc": "Supervision of learners in general practice"}}
set-thresholds {"data": {"set": null, "scheme": "ARRS", "from": "2019-07-01", "to": null, "thresholds": [{"key": "EMBEDDED_AT_LEAST", "amount": 6, "unit": "MONTHS"}], "publishedOn": "2019-03-29", "sourceDoc": "Network Contract DES 2019/20"}}
set-thresholds {"data": {"set": null, "scheme": "FELLOWSHIP_GP", "from": "2022-04-01", "to": "2024-03-29", "thresholds": [{"key": "QUALIFIED_WITHIN", "amount": 12, "unit": "MONTHS"}, {"key": "CONTRACT_AT_LEAST", "amount": 2, "unit": "YEARS"}, {"key": "LONGEST", "amount": 2, "unit": "YEARS"}], "publishedOn": "2022-03-31", "sourceDoc": "New to practice fellowships, guidance 2022/23"}}
publish-bank-holidays
publish-bank-holidays {"data": {"year": 2025, "days": ["2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26"]}}
register-organisation
record-relationship
record-patient-list
register-hub
change-hub-host
establish-locality-hub
agree-partnership
end-partnership
record-notification
pass-notification

# The footing the hub works on.
sign-hub-contract
adopt-policy
adopt-policy {"data": {"kind": "COI", "thresholds": null}}
draft-governance-agreement
sign-governance-agreement
adopt-operating-model

# Who meets, and who may decide.
constitute-wig
appoint-wig-member
appoint-wig-member {"data": {"person": "8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604", "capacity": "LAY"}}
appoint-wig-member {"data": {"person": "c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29", "capacity": "NURSE"}}
appoint-wig-member {"data": {"person": "5e7d2c90-b3a8-4196-8c4f-f2107b9ad6e3"}}
record-meeting
endorse-priority
appoint-team-member
appoint-team-member {"data": {"person": "a90b3f64-d2e1-4b7c-95a8-0c8e64f1b372", "role": "PROJECT_MANAGER"}}
set-establishment
grant-delegation
grant-delegation {"data": {"delegation": null, "person": null, "limitPence": null, "body": "WIG", "reserved": true, "to": null}}
name-pcn-lead
record-engagement
record-oversight-review

# What is known, and what is needed.
receive-intelligence
open-training-needs-exercise
close-training-needs-exercise
identify-training-need
identify-training-need {"data": {"need": "0190a5a4-7d2c-7b6e-8f01-000000000016"}}
record-consultation
withdraw-training-need
submit-workforce-plan
revise-workforce-plan
endorse-workforce-plan
confirm-plan-alignment
record-workforce-conversation

# What persons declare.
declare-interest
amend-interest
refresh-declaration
make-nil-return
record-gift
record-hospitality

# Money comes.
issue-allocation
vary-allocation
issue-allocation {"data": {"allocation": null, "line": {"fund": "OPERATIONAL"}, "pence": 2000000, "purpose": "HUB_RUNNING", "conditions": null}}
issue-allocation {"data": {"allocation": null, "line": {"fund": "PROGRAMME-FELLOWSHIP"}, "pence": 1200000, "purpose": "FELLOWSHIP", "conditions": null}}
issue-allocation {"data": {"allocation": "0190a5a4-7d2c-7b6e-8f01-000000000044", "line": {"fund": "ICS_PROGRAMME"}, "pence": 2000000, "status": "INDICATIVE", "source": "ICS", "funder": "QE1", "conditions": null}}
confirm-allocation
record-fund-receipt
authorise-overspend
vire-budget
send-transfer
receive-transfer
record-project-commission
record-forecast

# A purchase is decided, and made.
propose-programme
assure-programme
launch-programme
open-decision
declare-conflict
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000021", "person": "2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31", "interestRefs": null, "nil": true}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000021", "person": "8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604", "interestRefs": null, "nil": true}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000021", "person": "c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29", "interestRefs": null, "nil": true}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000021", "person": "7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d", "interestRefs": null, "nil": true}}
manage-conflict
appraise-options
record-score
record-quotation
record-quotation {"data": {"quotation": null, "supplier": "CH-01234567"}}
record-quotation {"data": {"quotation": null, "supplier": "RXN"}}
record-vote
record-vote {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000021", "person": "2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31", "vote": "FOR"}}
record-vote {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000021", "person": "c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29", "vote": "AGAINST"}}
record-decision
verify-mitigation
amend-decision
award-contract
make-commitment
record-programme-session
accept-delivery
accrue-cost
receive-invoice
approve-invoice
record-payment
record-recovery
release-commitment

# It is extended, at another meeting.
open-decision {"effectiveOn": "2024-10-01", "data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000024", "kind": "VARIATION", "programme": null, "award": "0190a5a4-7d2c-7b6e-8f01-000000000026", "candidates": null, "regime": null, "route": null, "threshold": null, "estimateGrossPence": 4950000}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000024", "person": "2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31", "interestRefs": null, "nil": true}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000024", "person": "8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604", "interestRefs": null, "nil": true}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000024", "person": "c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29", "interestRefs": null, "nil": true}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000024", "person": "7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d", "interestRefs": null, "nil": true}}
record-meeting {"data": {"meeting": "0190a5a4-7d2c-7b6e-8f01-0000000000a1", "on": "2024-10-10", "items": [{"item": "4", "title": "Two more places", "attendees": [{"person": "2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31", "capacity": "GP"}, {"person": "8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604", "capacity": "LAY"}, {"person": "c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29", "capacity": "NURSE"}]}]}}
record-vote {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000024", "person": "2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31", "vote": "FOR"}}
record-vote {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000024", "person": "8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604", "vote": "FOR"}}
record-vote {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000024", "person": "c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29", "vote": "FOR"}}
record-decision {"effectiveOn": "2024-10-10", "data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000024", "maxPence": 4920000, "fundLines": [{"line": {"fund": "PROGRAMME-CPD", "fy": "2024/25"}, "pence": 600000}], "authority": {"meeting": "0190a5a4-7d2c-7b6e-8f01-0000000000a1", "item": "4"}}}
vary-award

# A grant.
open-decision {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000025", "kind": "GRANT", "regime": "GRANT", "route": "APPLICATION", "threshold": null, "candidates": ["A81001"], "estimateGrossPence": 1200000}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000025", "person": "2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31", "interestRefs": null, "nil": true}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000025", "person": "8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604", "interestRefs": null, "nil": true}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000025", "person": "c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29", "interestRefs": null, "nil": true}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000025", "person": "7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d", "interestRefs": null, "nil": true}}
record-vote {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000025", "person": "2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31", "vote": "FOR"}}
record-vote {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000025", "person": "8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604", "vote": "FOR"}}
record-vote {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000025", "person": "c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29", "vote": "FOR"}}
record-decision {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000025", "candidate": "A81001", "maxPence": 1200000, "purpose": "FELLOWSHIP", "fundLines": [{"line": {"fund": "PROGRAMME-FELLOWSHIP", "fy": "2024/25"}, "pence": 1200000}], "authority": {"item": "9"}}}
offer-grant
accept-grant
meet-grant-milestone
terminate-grant

# An urgent decision, without quotations.
open-decision {"effectiveOn": "2024-07-01", "data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000022", "route": "DIRECT_AWARD", "candidates": ["CH-01234567"], "estimateGrossPence": 90000}}
approve-waiver
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000022", "person": "2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31", "interestRefs": null, "nil": true}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000022", "person": "8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604", "interestRefs": null, "nil": true}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000022", "person": "7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d", "interestRefs": null, "nil": true}}
record-decision {"effectiveOn": "2024-07-04", "data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000022", "candidate": "CH-01234567", "maxPence": 90000, "fundLines": [{"line": {"fund": "PROGRAMME-CPD", "fy": "2024/25"}, "pence": 90000}], "authority": {"kind": "URGENT", "meeting": null, "item": null, "chair": "2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31", "second": "8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604"}}}
record-meeting {"data": {"meeting": "0190a5a4-7d2c-7b6e-8f01-00000000002f", "on": "2024-07-11", "items": [{"item": "3", "title": "Urgent decisions", "attendees": [{"person": "2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31", "capacity": "GP"}, {"person": "8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604", "capacity": "LAY"}, {"person": "c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29", "capacity": "NURSE"}]}]}}
ratify-decision

# A locality hub's decision above its limit.
grant-delegation {"data": {"delegation": null, "person": null, "hub": "QE1~fylde-coast", "limitPence": 300000}}
open-decision {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-0000000000f7", "hub": "QE1~fylde-coast", "estimateGrossPence": 450000}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-0000000000f7", "person": "a90b3f64-d2e1-4b7c-95a8-0c8e64f1b372", "interestRefs": null, "nil": true}}
approve-locality-decision

# A service under the Provider Selection Regime, and a breach.
open-decision {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000023", "regime": "PSR_2023", "route": "MOST_SUITABLE_PROVIDER", "threshold": null, "candidates": ["RXN"]}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000023", "person": "2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31", "interestRefs": null, "nil": true}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000023", "person": "8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604", "interestRefs": null, "nil": true}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000023", "person": "c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29", "interestRefs": null, "nil": true}}
declare-conflict {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000023", "person": "7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d", "interestRefs": null, "nil": true}}
record-meeting {"data": {"meeting": "0190a5a4-7d2c-7b6e-8f01-0000000000a2", "on": "2024-12-12", "items": [{"item": "6", "title": "Service under the Provider Selection Regime", "attendees": [{"person": "2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31", "capacity": "GP"}, {"person": "8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604", "capacity": "LAY"}, {"person": "c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29", "capacity": "NURSE"}]}]}}
record-vote {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000023", "person": "2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31", "vote": "FOR"}}
record-vote {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000023", "person": "8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604", "vote": "FOR"}}
record-vote {"data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000023", "person": "c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29", "vote": "FOR"}}
record-decision {"effectiveOn": "2024-12-12", "data": {"decision": "0190a5a4-7d2c-7b6e-8f01-000000000023", "candidate": "RXN", "authority": {"meeting": "0190a5a4-7d2c-7b6e-8f01-0000000000a2", "item": "6"}}}
record-notice
start-standstill
record-representation
end-standstill
suspect-breach
uphold-breach
close-breach

# Pay, overhead, and the host's books.
charge-pay
agree-overhead-basis
charge-host-overhead
reverse-accrual
reconcile-ledger

# Where learners learn: a PCN applies, the hub recommends, the School decides.
submit-le-application
record-le-visit
recommend-le-approval
decide-le-approval

# Who teaches them.
record-registration-check
record-registration-check {"data": {"person": "f3a7d215-86c9-4be0-a14f-95d03c7e2b68"}}
record-educator-training
approve-educator
approve-educator {"data": {"approval": null, "person": "f3a7d215-86c9-4be0-a14f-95d03c7e2b68", "kind": "PRACTICE_ASSESSOR"}}

# A student is placed, another is not, and the tariff is raised afterwards.
offer-placement
allocate-placement
allocate-placement {"data": {"placement": "0190a5a4-7d2c-7b6e-8f01-0000000000a2", "learner": "69d4a0e8-1b5f-4c37-92ae-d70c83f5b416"}}
cancel-placement
complete-le-action
start-placement
record-placement-days
record-placement-days {"data": {"from": "2024-10-01", "to": "2024-10-31", "days": 23}}
price-placement
record-placement-days {"data": {"from": "2024-11-01", "to": "2024-11-22", "days": 16}}
reprice-placement
complete-placement
set-rate {"data": {"rate": null, "refKind": "TARIFF", "key": "NURSING_STUDENT", "from": "2024-04-01", "to": "2025-03-31", "pence": 520000, "unit": "STUDENT_YEAR", "publishedOn": "2024-12-05", "sourceDoc": "Education and training tariff 2024/25, update of December 2024"}}
reprice-tariff

# A concern, and a suspension.
raise-quality-concern
suspend-le
reinstate-le
close-quality-concern

# A pharmacist for a PCN, and a paramedic who rotates.
record-registration-check {"data": {"person": "4af19c3d-7e60-4b85-a2d9-1c5e08b7f693", "regulator": "GPHC", "on": "2024-09-20"}}
set-role-entitlement
propose-role-post
recruit-role-post
embed-role
claim-reimbursement
change-role-fte
lapse-role-embedding
end-role-post
create-rotational-post
start-rotation-leg
end-rotation-leg

# Careers: a fellow, a mentored nurse, money for development.
start-support
start-support {"data": {"support": "0190a5a4-7d2c-7b6e-8f01-0000000000c1", "hub": "QE1~fylde-coast", "kind": "MENTORING", "person": "c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29", "profession": "NURSE", "supporter": "17c8e4b0-d25a-4f39-8e61-b4a90f3d7c52", "employer": null, "payee": null, "appliedOn": "2024-09-02", "qualifiedOn": null, "contractMonths": null, "start": "2024-09-16", "until": "2025-03-15"}}
record-support-session
complete-support
withdraw-support
confirm-employment-status
record-career-support
use-cpd-funding

# How far hubs are, and who stands in.
publish-maturity-matrix
register-organisation {"data": {"org": "HEE-NW", "name": "NORTH WEST LOCAL OFFICE", "class": "HEE_LOCAL_OFFICE"}}
record-relationship {"data": {"child": "HEE-NW", "parent": "NHSE", "kind": "PARENT", "from": "2023-04-01", "statedBy": null}}
assess-maturity
assess-assurance
declare-delivery-shortfall
agree-interim-arrangement
end-interim-arrangement
close-delivery-shortfall
share-good-practice

# What hubs share, what they point people to, and what is aimed at.
offer-resource-share
accept-resource-share
end-resource-share
catalogue-resource
publish-resource
set-ambition
report-ambition-progress

# What hubs report on, and until when.
publish-kpi-definition
adopt-kpi-set
publish-return-calendar

# What ends.
lapse-le-approval
lapse-educator-approval
withdraw-educator
end-award
reverse-decision
close-programme
meet-training-need
end-interest
record-wig-member-left
record-team-member-left
revoke-delegation
end-pcn-lead

# The end of the year.
record-distribution
agree-deferral
record-clawback-demand
agree-clawback
settle-clawback
record-recovery {"data": {"recovery": null, "accrual": null, "commitment": "0190a5a4-7d2c-7b6e-8f01-000000000041", "line": {"fund": "PROGRAMME-CPD", "fy": "2024/25"}, "pence": 500000, "recoverableVat": null}}
release-commitment {"data": {"line": {"fy": "2024/25"}, "pence": 620000}}
declare-year-end
reopen-year
declare-year-end {}
determine-surplus
sign-accounts
agree-funder-balance
vary-hub-contract
lapse-governance-agreement
end-hub-contract

# The workforce census, and what is said about the ledger.
record-import
record-pcn-census
close-census
withdraw-pcn-census
close-census {"data": {"fileHash": "ECAwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEA", "reportingPCNs": [], "records": 0, "fte": "0"}}
close-pcn
register-organisation {"data": {"org": "U12345", "name": "COAST PCN"}}
close-organisation
respond-to-finding
sign-off-review-row

# A hub that follows another takes over what is promised. At last others follow
# it, and nothing begins in it any more.
record-predecessors
carry-on-award
take-over-budget
issue-allocation {"data": {"allocation": null, "line": {"fy": "2026/27"}, "expires": "2027-03-31", "conditions": null}}
record-hub-succession
hand-over-budget
