-- create
CREATE TABLE "commented" (
    "id" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,
    "own" INTEGER,
    CONSTRAINT "pk_commented" PRIMARY KEY ("id")
) STRICT;

-- drop
DROP TABLE "commented";
