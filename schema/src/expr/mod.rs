//! The small expression language of checks, filters, generated columns and defaults, the same for all dialects.
