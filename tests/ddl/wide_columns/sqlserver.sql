-- create
CREATE TABLE [text_1] (
    [id] BIGINT NOT NULL,
    [value] NVARCHAR(1) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [pk_text_1] PRIMARY KEY ([id])
);
CREATE TABLE [text_1000] (
    [id] BIGINT NOT NULL,
    [value] NVARCHAR(1000) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [pk_text_1000] PRIMARY KEY ([id])
);
CREATE TABLE [text_1001] (
    [id] BIGINT NOT NULL,
    [value] NVARCHAR(1001) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [pk_text_1001] PRIMARY KEY ([id])
);
CREATE TABLE [text_4000] (
    [id] BIGINT NOT NULL,
    [value] NVARCHAR(4000) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [pk_text_4000] PRIMARY KEY ([id])
);
CREATE TABLE [text_4001] (
    [id] BIGINT NOT NULL,
    [value] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [pk_text_4001] PRIMARY KEY ([id]),
    CONSTRAINT [ck_text_4001_value] CHECK (DATALENGTH([value]) <= 8002)
);
CREATE TABLE [text_16383] (
    [id] BIGINT NOT NULL,
    [value] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [pk_text_16383] PRIMARY KEY ([id]),
    CONSTRAINT [ck_text_16383_value] CHECK (DATALENGTH([value]) <= 32766)
);
CREATE TABLE [text_70000] (
    [id] BIGINT NOT NULL,
    [value] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [pk_text_70000] PRIMARY KEY ([id]),
    CONSTRAINT [ck_text_70000_value] CHECK (DATALENGTH([value]) <= 140000)
);
CREATE TABLE [bytes_1] (
    [id] BIGINT NOT NULL,
    [value] VARBINARY(1) NULL,
    CONSTRAINT [pk_bytes_1] PRIMARY KEY ([id])
);
CREATE TABLE [bytes_2000] (
    [id] BIGINT NOT NULL,
    [value] VARBINARY(2000) NULL,
    CONSTRAINT [pk_bytes_2000] PRIMARY KEY ([id])
);
CREATE TABLE [bytes_2001] (
    [id] BIGINT NOT NULL,
    [value] VARBINARY(2001) NULL,
    CONSTRAINT [pk_bytes_2001] PRIMARY KEY ([id])
);
CREATE TABLE [bytes_8001] (
    [id] BIGINT NOT NULL,
    [value] VARBINARY(MAX) NULL,
    CONSTRAINT [pk_bytes_8001] PRIMARY KEY ([id]),
    CONSTRAINT [ck_bytes_8001_value] CHECK (DATALENGTH([value]) <= 8001)
);
CREATE TABLE [bytes_70000] (
    [id] BIGINT NOT NULL,
    [value] VARBINARY(MAX) NULL,
    CONSTRAINT [pk_bytes_70000] PRIMARY KEY ([id]),
    CONSTRAINT [ck_bytes_70000_value] CHECK (DATALENGTH([value]) <= 70000)
);
CREATE TABLE [decimal_1_0] (
    [id] BIGINT NOT NULL,
    [value] DECIMAL(1, 0) NULL,
    CONSTRAINT [pk_decimal_1_0] PRIMARY KEY ([id])
);
CREATE TABLE [decimal_18_18] (
    [id] BIGINT NOT NULL,
    [value] DECIMAL(18, 18) NULL,
    CONSTRAINT [pk_decimal_18_18] PRIMARY KEY ([id])
);
CREATE TABLE [decimal_28_10] (
    [id] BIGINT NOT NULL,
    [value] DECIMAL(28, 10) NULL,
    CONSTRAINT [pk_decimal_28_10] PRIMARY KEY ([id])
);

-- drop
DROP TABLE [decimal_28_10];
DROP TABLE [decimal_18_18];
DROP TABLE [decimal_1_0];
DROP TABLE [bytes_70000];
DROP TABLE [bytes_8001];
DROP TABLE [bytes_2001];
DROP TABLE [bytes_2000];
DROP TABLE [bytes_1];
DROP TABLE [text_70000];
DROP TABLE [text_16383];
DROP TABLE [text_4001];
DROP TABLE [text_4000];
DROP TABLE [text_1001];
DROP TABLE [text_1000];
DROP TABLE [text_1];
