-- create
CREATE TABLE [made] (
    [id] UNIQUEIDENTIFIER NOT NULL,
    [token] NVARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [instant] DATETIMEOFFSET(6) CONSTRAINT [df_made_instant] DEFAULT TODATETIMEOFFSET(SYSUTCDATETIME(), 0) NOT NULL,
    [perhaps] DATETIMEOFFSET(6) CONSTRAINT [df_made_perhaps] DEFAULT TODATETIMEOFFSET(SYSUTCDATETIME(), 0) NULL,
    CONSTRAINT [pk_made] PRIMARY KEY ([id])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The client makes these; the database makes the times for other writers.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'made';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Made by the client.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'made', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Made by the client, as a text.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'made', @level2type = N'COLUMN', @level2name = N'token';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Now.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'made', @level2type = N'COLUMN', @level2name = N'instant';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Now, or nothing.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'made', @level2type = N'COLUMN', @level2name = N'perhaps';
CREATE TABLE [clocks] (
    [id] BIGINT NOT NULL,
    [day] DATE CONSTRAINT [df_clocks_day] DEFAULT CAST(SYSUTCDATETIME() AS DATE) NOT NULL,
    [hour] TIME(6) CONSTRAINT [df_clocks_hour] DEFAULT CAST(SYSUTCDATETIME() AS TIME(6)) NOT NULL,
    [local] DATETIME2(6) CONSTRAINT [df_clocks_local] DEFAULT SYSUTCDATETIME() NOT NULL,
    CONSTRAINT [pk_clocks] PRIMARY KEY ([id])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Times without a zone, which are in UTC: Firebird cannot make one as a default.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'clocks';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'clocks', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Today.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'clocks', @level2type = N'COLUMN', @level2name = N'day';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Now, without a date.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'clocks', @level2type = N'COLUMN', @level2name = N'hour';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Now, without a zone.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'clocks', @level2type = N'COLUMN', @level2name = N'local';
CREATE TABLE [evaluated] (
    [id] BIGINT NOT NULL,
    [number] INT CONSTRAINT [df_evaluated_number] DEFAULT (2 + 3) NOT NULL,
    [word] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_evaluated_word] DEFAULT (UPPER(N'it''s')) NOT NULL,
    CONSTRAINT [pk_evaluated] PRIMARY KEY ([id])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The database evaluates these for each row.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'evaluated';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'evaluated', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A number.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'evaluated', @level2type = N'COLUMN', @level2name = N'number';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A text.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'evaluated', @level2type = N'COLUMN', @level2name = N'word';

-- drop
DROP TABLE [evaluated];
DROP TABLE [clocks];
DROP TABLE [made];
