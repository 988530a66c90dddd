-- create
CREATE TABLE `commented` (
    `id` bigint NOT NULL COMMENT 'The doctor''s key, ''quoted''',
    `lines` int NOT NULL COMMENT 'Two lines, one comment; -- not a comment of SQL',
    `own` int COMMENT 'This one is for the database: C:\\new',
    PRIMARY KEY `pk_commented` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='It''s a table with a comment: "quoted", back\\slashed, and with a café';

-- drop
DROP TABLE `commented`;
