//! Database servers for a test: started in a folder of their own, stopped when the test ends.

pub mod postgres;
