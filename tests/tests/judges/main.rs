//! SQL Server's and Oracle's statements before judges of our own and one that is not ours.
//!
//! Neither engine can be had here. What no judge at hand would see is listed in `blind_spots`, each with a statement that
//! our own judge has to refuse.

mod blind_spots;
mod catalog;
mod other;
mod own;
mod random;
