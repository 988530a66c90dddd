-- create
CREATE TABLE [numbers] (
    [id] BIGINT NOT NULL,
    [small] SMALLINT NOT NULL,
    [medium] INT NOT NULL,
    [large] BIGINT NOT NULL,
    [truth] BIT NOT NULL,
    [single] REAL NOT NULL,
    [double] FLOAT(53) NOT NULL,
    [money] DECIMAL(18, 2) NOT NULL,
    [exact] DECIMAL(28, 10) NOT NULL,
    CONSTRAINT [pk_numbers] PRIMARY KEY ([id])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Numbers.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbers';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbers', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'16 bits.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbers', @level2type = N'COLUMN', @level2name = N'small';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'32 bits.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbers', @level2type = N'COLUMN', @level2name = N'medium';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'64 bits.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbers', @level2type = N'COLUMN', @level2name = N'large';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'True or false.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbers', @level2type = N'COLUMN', @level2name = N'truth';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'32 bits of floating point.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbers', @level2type = N'COLUMN', @level2name = N'single';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'64 bits of floating point.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbers', @level2type = N'COLUMN', @level2name = N'double';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Money.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbers', @level2type = N'COLUMN', @level2name = N'money';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'More digits than a 64-bit integer has.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbers', @level2type = N'COLUMN', @level2name = N'exact';
CREATE TABLE [strings] (
    [id] BIGINT NOT NULL,
    [short] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [long] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [short_bytes] VARBINARY(16) NOT NULL,
    [long_bytes] VARBINARY(MAX) NOT NULL,
    CONSTRAINT [pk_strings] PRIMARY KEY ([id])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Texts and bytes.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'strings';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'strings', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A text of limited length.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'strings', @level2type = N'COLUMN', @level2name = N'short';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A text without limit.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'strings', @level2type = N'COLUMN', @level2name = N'long';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Bytes of limited length.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'strings', @level2type = N'COLUMN', @level2name = N'short_bytes';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Bytes without limit.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'strings', @level2type = N'COLUMN', @level2name = N'long_bytes';
CREATE TABLE [moments] (
    [id] UNIQUEIDENTIFIER NOT NULL,
    [day] DATE NOT NULL,
    [hour] TIME(6) NOT NULL,
    [local] DATETIME2(6) NOT NULL,
    [instant] DATETIMEOFFSET(6) NOT NULL,
    [document] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [pk_moments] PRIMARY KEY ([id]),
    CONSTRAINT [ck_moments_document] CHECK (ISJSON([document]) = 1)
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Times, identifiers, documents.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'moments';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'moments', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A date.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'moments', @level2type = N'COLUMN', @level2name = N'day';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A time of day.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'moments', @level2type = N'COLUMN', @level2name = N'hour';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A date and a time of day.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'moments', @level2type = N'COLUMN', @level2name = N'local';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'An instant.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'moments', @level2type = N'COLUMN', @level2name = N'instant';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A document.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'moments', @level2type = N'COLUMN', @level2name = N'document';
CREATE TABLE [optionals] (
    [id] BIGINT NOT NULL,
    [small] SMALLINT NULL,
    [medium] INT NULL,
    [large] BIGINT NULL,
    [truth] BIT NULL,
    [single] REAL NULL,
    [double] FLOAT(53) NULL,
    [money] DECIMAL(18, 2) NULL,
    [exact] DECIMAL(28, 10) NULL,
    [short] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 NULL,
    [long] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [short_bytes] VARBINARY(16) NULL,
    [long_bytes] VARBINARY(MAX) NULL,
    [day] DATE NULL,
    [hour] TIME(6) NULL,
    [local] DATETIME2(6) NULL,
    [instant] DATETIMEOFFSET(6) NULL,
    [identity] UNIQUEIDENTIFIER NULL,
    [document] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [pk_optionals] PRIMARY KEY ([id]),
    CONSTRAINT [ck_optionals_document] CHECK (ISJSON([document]) = 1)
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Every column type, optional.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Numbers`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'small';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Numbers`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'medium';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Numbers`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'large';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Numbers`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'truth';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Numbers`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'single';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Numbers`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'double';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Numbers`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'money';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Numbers`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'exact';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Strings`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'short';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Strings`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'long';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Strings`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'short_bytes';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Strings`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'long_bytes';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Moments`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'day';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Moments`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'hour';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Moments`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'local';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Moments`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'instant';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Moments`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'identity';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'See [`Moments`].', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'optionals', @level2type = N'COLUMN', @level2name = N'document';

-- drop
DROP TABLE [optionals];
DROP TABLE [moments];
DROP TABLE [strings];
DROP TABLE [numbers];
