-- create
CREATE TABLE "offers" (
    "id" NUMBER(19) NOT NULL,
    "title" VARCHAR2(60 CHAR) NOT NULL,
    "price" NUMBER(12, 2) NOT NULL,
    "amount" NUMBER(10) NOT NULL,
    "discount" NUMBER(10),
    "state" VARCHAR2(20 CHAR) NOT NULL,
    "is_public" NUMBER(1) NOT NULL,
    "starts" DATE NOT NULL,
    "ends" DATE,
    CONSTRAINT "pk_offers" PRIMARY KEY ("id"),
    CONSTRAINT "ck_offers_is_public" CHECK ("is_public" IN (0, 1)),
    CONSTRAINT "ck_offers_starts" CHECK (TO_CHAR("starts", 'HH24MISS') = '000000'),
    CONSTRAINT "ck_offers_ends" CHECK (TO_CHAR("ends", 'HH24MISS') = '000000'),
    CONSTRAINT "ck_offers_dates" CHECK ("starts" < "ends" OR "ends" IS NULL),
    CONSTRAINT "ck_offers_2" CHECK ("price" >= 0 AND "price" < 1000000),
    CONSTRAINT "ck_offers_3" CHECK ("state" IN ('draft', 'it''s open', 'done')),
    CONSTRAINT "ck_offers_4" CHECK (NOT ("is_public" = 1 AND "state" = 'draft')),
    CONSTRAINT "ck_offers_5" CHECK (LENGTH("title") BETWEEN 3 AND 60),
    CONSTRAINT "ck_offers_6" CHECK (COALESCE("discount", 0) < 100),
    CONSTRAINT "ck_offers_7" CHECK ("title" LIKE 'A%' ESCAPE '!' OR "title" <> UPPER("title")),
    CONSTRAINT "ck_offers_8" CHECK ("amount" > 0)
);
COMMENT ON TABLE "offers" IS 'Conditions of every form.';
COMMENT ON COLUMN "offers"."id" IS 'The key.';
COMMENT ON COLUMN "offers"."title" IS 'The title.';
COMMENT ON COLUMN "offers"."price" IS 'The price.';
COMMENT ON COLUMN "offers"."amount" IS 'How many.';
COMMENT ON COLUMN "offers"."discount" IS 'Per cent.';
COMMENT ON COLUMN "offers"."state" IS 'One of three words.';
COMMENT ON COLUMN "offers"."is_public" IS 'Whether others see it.';
COMMENT ON COLUMN "offers"."starts" IS 'From when on.';
COMMENT ON COLUMN "offers"."ends" IS 'Until when.';

-- drop
DROP TABLE "offers";
