-- create
CREATE TABLE [by_text] (
    [id] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [pk_by_text] PRIMARY KEY ([id])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A text as the key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'by_text';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'by_text', @level2type = N'COLUMN', @level2name = N'id';
CREATE TABLE [by_uuid] (
    [id] UNIQUEIDENTIFIER NOT NULL,
    CONSTRAINT [pk_by_uuid] PRIMARY KEY ([id])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A UUID as the key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'by_uuid';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'by_uuid', @level2type = N'COLUMN', @level2name = N'id';
CREATE TABLE [by_bytes] (
    [hash] VARBINARY(32) NOT NULL,
    CONSTRAINT [pk_by_bytes] PRIMARY KEY ([hash])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Bytes as the key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'by_bytes';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'by_bytes', @level2type = N'COLUMN', @level2name = N'hash';
CREATE TABLE [numbered16] (
    [id] SMALLINT IDENTITY(1, 1) NOT NULL,
    [value] INT NOT NULL,
    CONSTRAINT [pk_numbered16] PRIMARY KEY ([id])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Numbered in 16 bits.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbered16';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbered16', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Something else.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbered16', @level2type = N'COLUMN', @level2name = N'value';
CREATE TABLE [numbered32] (
    [id] INT IDENTITY(1, 1) NOT NULL,
    CONSTRAINT [pk_numbered32] PRIMARY KEY ([id])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Numbered in 32 bits, with nothing else.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbered32';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbered32', @level2type = N'COLUMN', @level2name = N'id';
CREATE TABLE [numbered64] (
    [name] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [id] BIGINT IDENTITY(1, 1) NOT NULL,
    CONSTRAINT [pk_numbered64] PRIMARY KEY ([id])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Numbered in 64 bits, the number not first.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbered64';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Something else.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbered64', @level2type = N'COLUMN', @level2name = N'name';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'numbered64', @level2type = N'COLUMN', @level2name = N'id';
CREATE TABLE [by_several] (
    [term] NVARCHAR(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [language] NVARCHAR(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [text] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [pk_by_several] PRIMARY KEY ([language], [term])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Several columns, in an order that is not the one of the struct.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'by_several';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The second column of the key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'by_several', @level2type = N'COLUMN', @level2name = N'term';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The first column of the key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'by_several', @level2type = N'COLUMN', @level2name = N'language';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Something else.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'by_several', @level2type = N'COLUMN', @level2name = N'text';
CREATE TABLE [keyless] (
    [value] BIGINT NULL
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'No key at all.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'keyless';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Something.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'keyless', @level2type = N'COLUMN', @level2name = N'value';

-- drop
DROP TABLE [keyless];
DROP TABLE [by_several];
DROP TABLE [numbered64];
DROP TABLE [numbered32];
DROP TABLE [numbered16];
DROP TABLE [by_bytes];
DROP TABLE [by_uuid];
DROP TABLE [by_text];
