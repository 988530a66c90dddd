-- create
CREATE TABLE "a_table_whose_name_is_exactly_as_long_as_sixtythree_bytes_allow" (
    "id" INTEGER NOT NULL,
    "a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_can" INTEGER NOT NULL CONSTRAINT "ck_a_table_whose_name_is_exactly_as_long_as_sixtythree_195c601e" CHECK ("a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_can" IN (0, 1)),
    "a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_may" INTEGER NOT NULL CONSTRAINT "ck_a_table_whose_name_is_exactly_as_long_as_sixtythree_d477870d" CHECK ("a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_may" IN (0, 1)),
    CONSTRAINT "pk_long_names" PRIMARY KEY ("id")
) STRICT;

-- drop
DROP TABLE "a_table_whose_name_is_exactly_as_long_as_sixtythree_bytes_allow";
