-- create
CREATE TABLE "a_table_whose_name_is_exactly_as_long_as_sixtythree_bytes_allow" (
    "id" NUMBER(19) NOT NULL,
    "a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_can" NUMBER(1) NOT NULL,
    "a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_may" NUMBER(1) NOT NULL,
    CONSTRAINT "pk_long_names" PRIMARY KEY ("id"),
    CONSTRAINT "ck_a_table_whose_name_is_exactly_as_long_as_sixtythree_195c601e" CHECK ("a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_can" IN (0, 1)),
    CONSTRAINT "ck_a_table_whose_name_is_exactly_as_long_as_sixtythree_d477870d" CHECK ("a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_may" IN (0, 1))
);
COMMENT ON COLUMN "a_table_whose_name_is_exactly_as_long_as_sixtythree_bytes_allow"."a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_may" IS 'The second';

-- drop
DROP TABLE "a_table_whose_name_is_exactly_as_long_as_sixtythree_bytes_allow";
