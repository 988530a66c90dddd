-- create
CREATE TABLE `offers` (
    `id` bigint NOT NULL COMMENT 'The key.',
    `title` varchar(60) NOT NULL COMMENT 'The title.',
    `price` decimal(12, 2) NOT NULL COMMENT 'The price.',
    `amount` int NOT NULL COMMENT 'How many.',
    `discount` int COMMENT 'Per cent.',
    `state` varchar(20) NOT NULL COMMENT 'One of three words.',
    `is_public` boolean NOT NULL COMMENT 'Whether others see it.',
    `starts` date NOT NULL COMMENT 'From when on.',
    `ends` date COMMENT 'Until when.',
    PRIMARY KEY `pk_offers` (`id`),
    CONSTRAINT `ck_offers_is_public` CHECK (`is_public` IN (0, 1)),
    CONSTRAINT `ck_offers_dates` CHECK (`starts` < `ends` OR `ends` IS NULL),
    CONSTRAINT `ck_offers_2` CHECK (`price` >= 0 AND `price` < 1000000),
    CONSTRAINT `ck_offers_3` CHECK (`state` IN ('draft', 'it''s open', 'done')),
    CONSTRAINT `ck_offers_4` CHECK (NOT (`is_public` AND `state` = 'draft')),
    CONSTRAINT `ck_offers_5` CHECK (CHAR_LENGTH(`title`) BETWEEN 3 AND 60),
    CONSTRAINT `ck_offers_6` CHECK (COALESCE(`discount`, 0) < 100),
    CONSTRAINT `ck_offers_7` CHECK (`title` LIKE 'A%' ESCAPE '!' OR `title` <> UPPER(`title`)),
    CONSTRAINT `ck_offers_8` CHECK (`amount` > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='Conditions of every form.';

-- drop
DROP TABLE `offers`;
