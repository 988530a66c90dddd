-- create
CREATE TABLE "offers" (
    "id" BIGINT NOT NULL,
    "title" VARCHAR(60) CHARACTER SET UTF8 NOT NULL,
    "price" DECIMAL(12, 2) NOT NULL,
    "amount" INTEGER NOT NULL,
    "discount" INTEGER,
    "state" VARCHAR(20) CHARACTER SET UTF8 NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "starts" DATE NOT NULL,
    "ends" DATE,
    CONSTRAINT "pk_offers" PRIMARY KEY ("id"),
    CONSTRAINT "ck_offers_price" CHECK ("price" BETWEEN -9999999999.99 AND 9999999999.99),
    CONSTRAINT "ck_offers_dates" CHECK ("starts" < "ends" OR "ends" IS NULL),
    CONSTRAINT "ck_offers_2" CHECK ("price" >= 0 AND "price" < 1000000),
    CONSTRAINT "ck_offers_3" CHECK ("state" IN ('draft', 'it''s open', 'done')),
    CONSTRAINT "ck_offers_4" CHECK (NOT ("is_public" AND "state" = 'draft')),
    CONSTRAINT "ck_offers_5" CHECK (CHAR_LENGTH("title") BETWEEN 3 AND 60),
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
