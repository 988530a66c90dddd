-- create
CREATE TABLE [numbers] (
    [id] BIGINT NOT NULL,
    [yes] BIT CONSTRAINT [df_numbers_yes] DEFAULT 1 NOT NULL,
    [no] BIT CONSTRAINT [df_numbers_no] DEFAULT 0 NOT NULL,
    [smallest_i16] SMALLINT CONSTRAINT [df_numbers_smallest_i16] DEFAULT -32768 NOT NULL,
    [largest_i32] INT CONSTRAINT [df_numbers_largest_i32] DEFAULT 2147483647 NOT NULL,
    [smallest_i64] BIGINT CONSTRAINT [df_numbers_smallest_i64] DEFAULT -9223372036854775808 NOT NULL,
    [largest_i64] BIGINT CONSTRAINT [df_numbers_largest_i64] DEFAULT 9223372036854775807 NOT NULL,
    [half] FLOAT(53) CONSTRAINT [df_numbers_half] DEFAULT 0.5 NOT NULL,
    [small] REAL CONSTRAINT [df_numbers_small] DEFAULT -0.25 NOT NULL,
    [price] DECIMAL(18, 2) CONSTRAINT [df_numbers_price] DEFAULT -12.50 NOT NULL,
    [whole_price] DECIMAL(18, 2) CONSTRAINT [df_numbers_whole_price] DEFAULT 7 NOT NULL,
    [exact] DECIMAL(28, 10) CONSTRAINT [df_numbers_exact] DEFAULT 123456789012345678.0123456789 NOT NULL,
    CONSTRAINT [pk_numbers] PRIMARY KEY ([id])
);
CREATE TABLE [texts] (
    [id] BIGINT NOT NULL,
    [plain] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_texts_plain] DEFAULT N'routine' NOT NULL,
    [quotes] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_texts_quotes] DEFAULT N'O''Brien said "''" twice' NOT NULL,
    [backslash] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_texts_backslash] DEFAULT N'C:\new\table' NOT NULL,
    [lines] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_texts_lines] DEFAULT N'one
two	tab' NOT NULL,
    [wide] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_texts_wide] DEFAULT N'café 🐍 漢' NOT NULL,
    [not_sql] NVARCHAR(40) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_texts_not_sql] DEFAULT N'''); drop table numbers; --' NOT NULL,
    [unbounded] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_texts_unbounded] DEFAULT N'a text without a limit' NOT NULL,
    [colour] NVARCHAR(5) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_texts_colour] DEFAULT N'it''s' NOT NULL,
    [document] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_texts_document] DEFAULT N'{"a": [1, "o''clock"]}' NOT NULL,
    CONSTRAINT [pk_texts] PRIMARY KEY ([id]),
    CONSTRAINT [ck_texts_colour] CHECK ([colour] IN (N'it''s', N'"b\c"')),
    CONSTRAINT [ck_texts_document] CHECK (ISJSON([document]) = 1)
);
CREATE TABLE [empty_text] (
    [id] BIGINT NOT NULL,
    [value] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_empty_text_value] DEFAULT N'' NOT NULL,
    CONSTRAINT [pk_empty_text] PRIMARY KEY ([id])
);

-- drop
DROP TABLE [empty_text];
DROP TABLE [texts];
DROP TABLE [numbers];
