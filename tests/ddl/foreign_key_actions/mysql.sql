-- refused: delete_set_default: mysql: InnoDB takes SET DEFAULT in a foreign key and refuses the deletion after all
--   help: use `set_null`, `cascade` or `restrict`
-- refused: update_set_default: mysql: InnoDB takes SET DEFAULT in a foreign key and refuses the deletion after all
--   help: use `set_null`, `cascade` or `restrict`

-- create
CREATE TABLE `parent` (
    `id` bigint NOT NULL,
    PRIMARY KEY `pk_parent` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `delete_no_action` (
    `id` bigint NOT NULL,
    `parent_id` bigint DEFAULT 1,
    PRIMARY KEY `pk_delete_no_action` (`id`),
    CONSTRAINT `fk_delete_no_action` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `delete_restrict` (
    `id` bigint NOT NULL,
    `parent_id` bigint DEFAULT 1,
    PRIMARY KEY `pk_delete_restrict` (`id`),
    CONSTRAINT `fk_delete_restrict` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `delete_cascade` (
    `id` bigint NOT NULL,
    `parent_id` bigint DEFAULT 1,
    PRIMARY KEY `pk_delete_cascade` (`id`),
    CONSTRAINT `fk_delete_cascade` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `delete_set_null` (
    `id` bigint NOT NULL,
    `parent_id` bigint DEFAULT 1,
    PRIMARY KEY `pk_delete_set_null` (`id`),
    CONSTRAINT `fk_delete_set_null` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `update_restrict` (
    `id` bigint NOT NULL,
    `parent_id` bigint DEFAULT 1,
    PRIMARY KEY `pk_update_restrict` (`id`),
    CONSTRAINT `fk_update_restrict` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`) ON UPDATE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `update_cascade` (
    `id` bigint NOT NULL,
    `parent_id` bigint DEFAULT 1,
    PRIMARY KEY `pk_update_cascade` (`id`),
    CONSTRAINT `fk_update_cascade` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`) ON UPDATE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `update_set_null` (
    `id` bigint NOT NULL,
    `parent_id` bigint DEFAULT 1,
    PRIMARY KEY `pk_update_set_null` (`id`),
    CONSTRAINT `fk_update_set_null` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`) ON UPDATE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;

-- drop
DROP TABLE `update_set_null`;
DROP TABLE `update_cascade`;
DROP TABLE `update_restrict`;
DROP TABLE `delete_set_null`;
DROP TABLE `delete_cascade`;
DROP TABLE `delete_restrict`;
DROP TABLE `delete_no_action`;
DROP TABLE `parent`;
