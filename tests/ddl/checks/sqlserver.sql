-- create
CREATE TABLE [offers] (
    [id] BIGINT NOT NULL,
    [title] NVARCHAR(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [price] DECIMAL(12, 2) NOT NULL,
    [amount] INT NOT NULL,
    [discount] INT NULL,
    [state] NVARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [is_public] BIT NOT NULL,
    [starts] DATE NOT NULL,
    [ends] DATE NULL,
    CONSTRAINT [pk_offers] PRIMARY KEY ([id]),
    CONSTRAINT [ck_offers_dates] CHECK ([starts] < [ends] OR [ends] IS NULL),
    CONSTRAINT [ck_offers_2] CHECK ([price] >= 0 AND [price] < 1000000),
    CONSTRAINT [ck_offers_3] CHECK ([state] IN (N'draft', N'it''s open', N'done')),
    CONSTRAINT [ck_offers_4] CHECK (NOT ([is_public] = 1 AND [state] = N'draft')),
    CONSTRAINT [ck_offers_5] CHECK ((LEN([title] + N'.') - 1) BETWEEN 3 AND 60),
    CONSTRAINT [ck_offers_6] CHECK (COALESCE([discount], 0) < 100),
    CONSTRAINT [ck_offers_7] CHECK ([title] LIKE N'A%' ESCAPE '!' OR [title] <> UPPER([title])),
    CONSTRAINT [ck_offers_8] CHECK ([amount] > 0)
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Conditions of every form.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'offers';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The key.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'offers', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The title.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'offers', @level2type = N'COLUMN', @level2name = N'title';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The price.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'offers', @level2type = N'COLUMN', @level2name = N'price';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How many.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'offers', @level2type = N'COLUMN', @level2name = N'amount';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Per cent.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'offers', @level2type = N'COLUMN', @level2name = N'discount';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'One of three words.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'offers', @level2type = N'COLUMN', @level2name = N'state';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whether others see it.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'offers', @level2type = N'COLUMN', @level2name = N'is_public';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'From when on.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'offers', @level2type = N'COLUMN', @level2name = N'starts';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Until when.', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'offers', @level2type = N'COLUMN', @level2name = N'ends';

-- drop
DROP TABLE [offers];
