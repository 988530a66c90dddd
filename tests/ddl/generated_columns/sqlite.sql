-- create
CREATE TABLE "rooms" (
    "id" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "length" INTEGER NOT NULL,
    "name" TEXT NOT NULL CONSTRAINT "ck_rooms_name" CHECK (length("name") <= 20),
    "area" INTEGER GENERATED ALWAYS AS ("width" * "length") VIRTUAL NOT NULL,
    "loud_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED NOT NULL CONSTRAINT "ck_rooms_loud_name" CHECK (length("loud_name") <= 20),
    CONSTRAINT "pk_rooms" PRIMARY KEY ("id")
) STRICT;

-- drop
DROP TABLE "rooms";
