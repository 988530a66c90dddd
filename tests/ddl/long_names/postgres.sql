-- create
CREATE TABLE "a_table_whose_name_is_exactly_as_long_as_sixtythree_bytes_allow" (
    "id" bigint NOT NULL,
    "a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_can" boolean NOT NULL,
    "a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_may" boolean NOT NULL,
    CONSTRAINT "pk_long_names" PRIMARY KEY ("id")
);
COMMENT ON COLUMN "a_table_whose_name_is_exactly_as_long_as_sixtythree_bytes_allow"."a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_may" IS 'The second';

-- drop
DROP TABLE "a_table_whose_name_is_exactly_as_long_as_sixtythree_bytes_allow";
