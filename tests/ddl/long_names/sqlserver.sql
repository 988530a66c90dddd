-- create
CREATE TABLE [a_table_whose_name_is_exactly_as_long_as_sixtythree_bytes_allow] (
    [id] BIGINT NOT NULL,
    [a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_can] BIT NOT NULL,
    [a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_may] BIT NOT NULL,
    CONSTRAINT [pk_long_names] PRIMARY KEY ([id])
);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The second', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'a_table_whose_name_is_exactly_as_long_as_sixtythree_bytes_allow', @level2type = N'COLUMN', @level2name = N'a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_may';

-- drop
DROP TABLE [a_table_whose_name_is_exactly_as_long_as_sixtythree_bytes_allow];
