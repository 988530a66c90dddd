//! The derives of Tablewright.
