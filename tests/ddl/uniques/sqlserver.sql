-- create
CREATE TABLE [required] (
    [id] BIGINT NOT NULL,
    [first] INT NOT NULL,
    [second] INT NOT NULL,
    [word] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] BIGINT NOT NULL,
    CONSTRAINT [pk_required] PRIMARY KEY ([id]),
    CONSTRAINT [uq_required_first_second] UNIQUE ([first], [second]),
    CONSTRAINT [one_word] UNIQUE ([word]),
    CONSTRAINT [uq_required_number] UNIQUE ([number])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Required columns.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'required';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'required', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Unique with the second.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'required', @level2type = N'COLUMN', @level2name = N'first';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Unique with the first.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'required', @level2type = N'COLUMN', @level2name = N'second';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Unique under a name of one''s own.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'required', @level2type = N'COLUMN', @level2name = N'word';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Unique alone.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'required', @level2type = N'COLUMN', @level2name = N'number';
CREATE TABLE [nullable] (
    [id] BIGINT NOT NULL,
    [word] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 NULL,
    [first] INT NULL,
    [second] INT NULL,
    [required] INT NOT NULL,
    CONSTRAINT [pk_nullable] PRIMARY KEY ([id])
);
CREATE UNIQUE INDEX [uq_nullable_first_second] ON [nullable] ([first], [second]) WHERE [first] IS NOT NULL AND [second] IS NOT NULL;
CREATE UNIQUE INDEX [uq_nullable_word] ON [nullable] ([word]) WHERE [word] IS NOT NULL;
CREATE UNIQUE INDEX [ix_nullable_mixed] ON [nullable] ([required], [second]) WHERE [second] IS NOT NULL;
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Nullable columns.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'nullable';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'nullable', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Unique alone.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'nullable', @level2type = N'COLUMN', @level2name = N'word';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Unique with the second.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'nullable', @level2type = N'COLUMN', @level2name = N'first';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Unique with the first, and with the required one.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'nullable', @level2type = N'COLUMN', @level2name = N'second';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Unique with the second.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'nullable', @level2type = N'COLUMN', @level2name = N'required';

-- drop
DROP TABLE [nullable];
DROP TABLE [required];
