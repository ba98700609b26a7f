-- What the attempts that ended took. Money is exact.

alter table ai_job_stats
    add column input_tokens   bigint  not null default 0,
    add column output_tokens  bigint  not null default 0,
    add column cost_usd       numeric not null default 0, -- of the calls that have a price
    add column priced_calls   bigint  not null default 0,
    add column unpriced_calls bigint  not null default 0; -- counted tokens, and have no price
