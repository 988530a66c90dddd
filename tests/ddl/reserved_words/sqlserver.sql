-- create
CREATE TABLE [order] (
    [select] BIGINT NOT NULL,
    [from] INT NOT NULL,
    [desc] INT NOT NULL,
    [table] INT NOT NULL,
    [timestamp] DATETIMEOFFSET(6) NOT NULL,
    [value] INT NOT NULL,
    [Date] INT NOT NULL,
    [type] INT NOT NULL,
    CONSTRAINT [pk_order] PRIMARY KEY ([select]),
    CONSTRAINT [uq_order_table] UNIQUE ([table]),
    CONSTRAINT [ck_order_1] CHECK ([value] > 0)
);
CREATE INDEX [ix_order_desc_from] ON [order] ([desc], [from]);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Named like a clause.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'order';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Named like a clause.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'order', @level2type = N'COLUMN', @level2name = N'select';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Named like a clause.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'order', @level2type = N'COLUMN', @level2name = N'from';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Named like a direction.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'order', @level2type = N'COLUMN', @level2name = N'desc';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Named like a thing.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'order', @level2type = N'COLUMN', @level2name = N'table';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Named like a type.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'order', @level2type = N'COLUMN', @level2name = N'timestamp';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Named like a function.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'order', @level2type = N'COLUMN', @level2name = N'value';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Named like a type, in another case.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'order', @level2type = N'COLUMN', @level2name = N'Date';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Named like a word of Rust.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'order', @level2type = N'COLUMN', @level2name = N'type';
CREATE TABLE [group] (
    [key] BIGINT NOT NULL,
    [update] BIGINT NOT NULL,
    CONSTRAINT [pk_group] PRIMARY KEY ([key]),
    CONSTRAINT [fk_group_update] FOREIGN KEY ([update]) REFERENCES [order] ([select])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Named like a clause, and refers to one.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'group';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Named like a key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'group', @level2type = N'COLUMN', @level2name = N'key';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Named like a statement.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'group', @level2type = N'COLUMN', @level2name = N'update';

-- drop
DROP TABLE [group];
DROP TABLE [order];
