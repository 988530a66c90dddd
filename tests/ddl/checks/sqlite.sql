-- create
CREATE TABLE "offers" (
    "id" INTEGER NOT NULL,
    "title" TEXT NOT NULL CONSTRAINT "ck_offers_title" CHECK (length("title") <= 60),
    "price" INTEGER NOT NULL CONSTRAINT "ck_offers_price" CHECK ("price" BETWEEN -999999999999 AND 999999999999),
    "amount" INTEGER NOT NULL,
    "discount" INTEGER,
    "state" TEXT NOT NULL CONSTRAINT "ck_offers_state" CHECK (length("state") <= 20),
    "is_public" INTEGER NOT NULL CONSTRAINT "ck_offers_is_public" CHECK ("is_public" IN (0, 1)),
    "starts" TEXT NOT NULL,
    "ends" TEXT,
    CONSTRAINT "pk_offers" PRIMARY KEY ("id"),
    CONSTRAINT "ck_offers_dates" CHECK ("starts" < "ends" OR "ends" IS NULL),
    CONSTRAINT "ck_offers_2" CHECK ("price" >= 0 AND "price" < 100000000),
    CONSTRAINT "ck_offers_3" CHECK ("state" IN ('draft', 'it''s open', 'done')),
    CONSTRAINT "ck_offers_4" CHECK (NOT ("is_public" = 1 AND "state" = 'draft')),
    CONSTRAINT "ck_offers_5" CHECK (LENGTH("title") BETWEEN 3 AND 60),
    CONSTRAINT "ck_offers_6" CHECK (COALESCE("discount", 0) < 100),
    CONSTRAINT "ck_offers_7" CHECK ("title" GLOB 'A*' OR "title" <> UPPER("title")),
    CONSTRAINT "ck_offers_8" CHECK ("amount" > 0)
) STRICT;

-- drop
DROP TABLE "offers";
