-- create
CREATE TABLE `hen` (
    `id` bigint NOT NULL,
    `next_id` bigint,
    PRIMARY KEY `pk_hen` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `egg` (
    `id` bigint NOT NULL,
    `next_id` bigint,
    PRIMARY KEY `pk_egg` (`id`),
    CONSTRAINT `fk_egg_next_id` FOREIGN KEY (`next_id`) REFERENCES `hen` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `rock` (
    `id` bigint NOT NULL,
    `next_id` bigint,
    PRIMARY KEY `pk_rock` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `paper` (
    `id` bigint NOT NULL,
    `next_id` bigint,
    PRIMARY KEY `pk_paper` (`id`),
    CONSTRAINT `fk_paper_next_id` FOREIGN KEY (`next_id`) REFERENCES `rock` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `scissors` (
    `id` bigint NOT NULL,
    `next_id` bigint,
    PRIMARY KEY `pk_scissors` (`id`),
    CONSTRAINT `fk_scissors_next_id` FOREIGN KEY (`next_id`) REFERENCES `paper` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
ALTER TABLE `hen` ADD CONSTRAINT `fk_hen_next_id` FOREIGN KEY (`next_id`) REFERENCES `egg` (`id`);
ALTER TABLE `rock` ADD CONSTRAINT `fk_rock_next_id` FOREIGN KEY (`next_id`) REFERENCES `scissors` (`id`);

-- drop
ALTER TABLE `hen` DROP FOREIGN KEY `fk_hen_next_id`;
ALTER TABLE `rock` DROP FOREIGN KEY `fk_rock_next_id`;
DROP TABLE `scissors`;
DROP TABLE `paper`;
DROP TABLE `rock`;
DROP TABLE `egg`;
DROP TABLE `hen`;
