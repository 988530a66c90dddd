-- create
CREATE TABLE "hen" (
    "id" INTEGER NOT NULL,
    "next_id" INTEGER,
    CONSTRAINT "pk_hen" PRIMARY KEY ("id"),
    CONSTRAINT "fk_hen_next_id" FOREIGN KEY ("next_id") REFERENCES "egg" ("id")
) STRICT;
CREATE TABLE "egg" (
    "id" INTEGER NOT NULL,
    "next_id" INTEGER,
    CONSTRAINT "pk_egg" PRIMARY KEY ("id"),
    CONSTRAINT "fk_egg_next_id" FOREIGN KEY ("next_id") REFERENCES "hen" ("id")
) STRICT;
CREATE TABLE "rock" (
    "id" INTEGER NOT NULL,
    "next_id" INTEGER,
    CONSTRAINT "pk_rock" PRIMARY KEY ("id"),
    CONSTRAINT "fk_rock_next_id" FOREIGN KEY ("next_id") REFERENCES "scissors" ("id")
) STRICT;
CREATE TABLE "paper" (
    "id" INTEGER NOT NULL,
    "next_id" INTEGER,
    CONSTRAINT "pk_paper" PRIMARY KEY ("id"),
    CONSTRAINT "fk_paper_next_id" FOREIGN KEY ("next_id") REFERENCES "rock" ("id")
) STRICT;
CREATE TABLE "scissors" (
    "id" INTEGER NOT NULL,
    "next_id" INTEGER,
    CONSTRAINT "pk_scissors" PRIMARY KEY ("id"),
    CONSTRAINT "fk_scissors_next_id" FOREIGN KEY ("next_id") REFERENCES "paper" ("id")
) STRICT;

-- drop
DROP TABLE "scissors";
DROP TABLE "paper";
DROP TABLE "rock";
DROP TABLE "egg";
DROP TABLE "hen";
