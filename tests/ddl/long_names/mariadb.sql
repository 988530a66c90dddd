-- create
CREATE TABLE `a_table_whose_name_is_exactly_as_long_as_sixtythree_bytes_allow` (
    `id` bigint NOT NULL,
    `a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_can` boolean NOT NULL,
    `a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_may` boolean NOT NULL COMMENT 'The second',
    PRIMARY KEY `pk_long_names` (`id`),
    CONSTRAINT `ck_a_table_whose_name_is_exactly_as_long_as_sixtythree_195c601e` CHECK (`a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_can` IN (0, 1)),
    CONSTRAINT `ck_a_table_whose_name_is_exactly_as_long_as_sixtythree_d477870d` CHECK (`a_column_whose_name_is_exactly_as_long_as_sixty_three_bytes_may` IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- drop
DROP TABLE `a_table_whose_name_is_exactly_as_long_as_sixtythree_bytes_allow`;
