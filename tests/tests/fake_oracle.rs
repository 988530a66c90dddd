//! Oracle's driver against a listener that is no server. It says what the driver makes of answers, and nothing of what a
//! server does with a statement.

#[path = "fake_oracle/fake.rs"]
mod fake;
#[path = "fake_oracle/opening.rs"]
mod opening;
#[path = "fake_oracle/statements.rs"]
mod statements;
#[path = "fake_oracle/ttc.rs"]
mod ttc;
