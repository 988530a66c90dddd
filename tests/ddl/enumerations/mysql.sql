-- create
CREATE TABLE `paints` (
    `id` smallint AUTO_INCREMENT NOT NULL COMMENT 'Numbered by the database, 16 bits.',
    `colour` varchar(15) DEFAULT 'night_blue' NOT NULL COMMENT 'Of the list.',
    `second` varchar(15) COMMENT 'Of the list, or none.',
    `volume` int NOT NULL COMMENT 'A newtype around a number.',
    `batch` varchar(12) COMMENT 'A newtype around a text.',
    PRIMARY KEY `pk_paints` (`id`),
    UNIQUE KEY `uq_paints_batch` (`batch`),
    CONSTRAINT `ck_paints_colour` CHECK (`colour` IN ('red', 'night_blue', 'painter''s green')),
    CONSTRAINT `ck_paints_second` CHECK (`second` IN ('red', 'night_blue', 'painter''s green'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='A pot of paint.';

-- drop
DROP TABLE `paints`;
