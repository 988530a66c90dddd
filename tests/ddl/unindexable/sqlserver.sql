-- refused: indexed_text: sqlserver: `value` cannot be part of an index: a column of unlimited length cannot be in a key or an index
--   help: limit its length with `max_length`, or leave it out
-- refused: indexed_1000: sqlserver: an index can have at most 1700 bytes, and this one can have 2000
--   help: shorten its columns with `max_length`, or leave some out
-- refused: indexed_blob: sqlserver: `value` cannot be part of an index: a column of unlimited length cannot be in a key or an index
--   help: limit its length with `max_length`, or leave it out
-- refused: indexed_json: sqlserver: `value` cannot be part of an index: a column of unlimited length cannot be in a key or an index
--   help: limit its length with `max_length`, or leave it out
-- refused: lowered_text: sqlserver: index `ix_lowered_text_value` cannot hold an expression: SQL Server indexes columns only
--   help: make a generated column, and an index over it
-- refused: measured_text: sqlserver: index `ix_measured_text_value` cannot hold an expression: SQL Server indexes columns only
--   help: make a generated column, and an index over it
-- refused: lowered_508: sqlserver: index `ix_lowered_508_value` cannot hold an expression: SQL Server indexes columns only
--   help: make a generated column, and an index over it
-- refused: lowered_512: sqlserver: index `ix_lowered_512_value` cannot hold an expression: SQL Server indexes columns only
--   help: make a generated column, and an index over it
-- refused: lowered_513: sqlserver: index `ix_lowered_513_value` cannot hold an expression: SQL Server indexes columns only
--   help: make a generated column, and an index over it
-- refused: cut_2000: sqlserver: index `ix_cut_2000_value` cannot hold an expression: SQL Server indexes columns only
--   help: make a generated column, and an index over it
-- refused: joined_300: sqlserver: index `ix_joined_300_value` cannot hold an expression: SQL Server indexes columns only
--   help: make a generated column, and an index over it
-- refused: other_300: sqlserver: index `ix_other_300_value` cannot hold an expression: SQL Server indexes columns only
--   help: make a generated column, and an index over it
-- refused: unique_text: sqlserver: `value` cannot be part of a unique key: a column of unlimited length cannot be in a key or an index
--   help: limit its length with `max_length`, or leave it out
-- refused: unique_1000: sqlserver: a unique key can have at most 1700 bytes, and this one can have 2000
--   help: shorten its columns with `max_length`, or leave some out
-- refused: keyed_text: sqlserver: `id` cannot be part of a primary key: a column of unlimited length cannot be in a key or an index
--   help: limit its length with `max_length`, or leave it out
-- refused: keyed_451: sqlserver: a primary key can have at most 900 bytes, and this one can have 902
--   help: shorten its columns with `max_length`, or leave some out

-- create
CREATE TABLE [unique_255] (
    [id] BIGINT NOT NULL,
    [value] NVARCHAR(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [pk_unique_255] PRIMARY KEY ([id]),
    CONSTRAINT [uq_unique_255_value] UNIQUE ([value])
);
CREATE TABLE [keyed_450] (
    [id] NVARCHAR(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [pk_keyed_450] PRIMARY KEY ([id])
);

-- drop
DROP TABLE [keyed_450];
DROP TABLE [unique_255];
