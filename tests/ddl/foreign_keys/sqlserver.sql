-- create
CREATE TABLE [orders] (
    [country] NVARCHAR(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] INT NOT NULL,
    CONSTRAINT [pk_orders] PRIMARY KEY ([country], [number])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Has a key of two columns.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orders';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The first column of the key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orders', @level2type = N'COLUMN', @level2name = N'country';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The second column of the key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orders', @level2type = N'COLUMN', @level2name = N'number';
CREATE TABLE [products] (
    [id] BIGINT NOT NULL,
    [code] NVARCHAR(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [part_of] BIGINT NULL,
    CONSTRAINT [pk_products] PRIMARY KEY ([id]),
    CONSTRAINT [uq_products_code] UNIQUE ([code]),
    CONSTRAINT [fk_products_part_of] FOREIGN KEY ([part_of]) REFERENCES [products] ([id])
);
CREATE INDEX [ix_products_part_of] ON [products] ([part_of]);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Refers to itself.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'products';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'products', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Unique, and referred to.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'products', @level2type = N'COLUMN', @level2name = N'code';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The product it is part of.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'products', @level2type = N'COLUMN', @level2name = N'part_of';
CREATE TABLE [lines] (
    [id] BIGINT NOT NULL,
    [country] NVARCHAR(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [order_number] INT NOT NULL,
    [product_code] NVARCHAR(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [replacement_id] BIGINT NULL,
    CONSTRAINT [pk_lines] PRIMARY KEY ([id]),
    CONSTRAINT [fk_lines_country_order_number] FOREIGN KEY ([country], [order_number]) REFERENCES [orders] ([country], [number]) ON DELETE CASCADE,
    CONSTRAINT [fk_lines_product_code] FOREIGN KEY ([product_code]) REFERENCES [products] ([code]),
    CONSTRAINT [fk_lines_replacement] FOREIGN KEY ([replacement_id]) REFERENCES [products] ([id])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A table that refers to one that is declared later.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'lines';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'lines', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The first column of the order''s key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'lines', @level2type = N'COLUMN', @level2name = N'country';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The second column of the order''s key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'lines', @level2type = N'COLUMN', @level2name = N'order_number';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'By a unique column.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'lines', @level2type = N'COLUMN', @level2name = N'product_code';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A second reference to the same table.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'lines', @level2type = N'COLUMN', @level2name = N'replacement_id';

-- drop
DROP TABLE [lines];
DROP TABLE [products];
DROP TABLE [orders];
