-- create
CREATE TABLE "hen" (
    "id" NUMBER(19) NOT NULL,
    "next_id" NUMBER(19),
    CONSTRAINT "pk_hen" PRIMARY KEY ("id")
);
CREATE TABLE "egg" (
    "id" NUMBER(19) NOT NULL,
    "next_id" NUMBER(19),
    CONSTRAINT "pk_egg" PRIMARY KEY ("id"),
    CONSTRAINT "fk_egg_next_id" FOREIGN KEY ("next_id") REFERENCES "hen" ("id")
);
CREATE TABLE "rock" (
    "id" NUMBER(19) NOT NULL,
    "next_id" NUMBER(19),
    CONSTRAINT "pk_rock" PRIMARY KEY ("id")
);
CREATE TABLE "paper" (
    "id" NUMBER(19) NOT NULL,
    "next_id" NUMBER(19),
    CONSTRAINT "pk_paper" PRIMARY KEY ("id"),
    CONSTRAINT "fk_paper_next_id" FOREIGN KEY ("next_id") REFERENCES "rock" ("id")
);
CREATE TABLE "scissors" (
    "id" NUMBER(19) NOT NULL,
    "next_id" NUMBER(19),
    CONSTRAINT "pk_scissors" PRIMARY KEY ("id"),
    CONSTRAINT "fk_scissors_next_id" FOREIGN KEY ("next_id") REFERENCES "paper" ("id")
);
ALTER TABLE "hen" ADD CONSTRAINT "fk_hen_next_id" FOREIGN KEY ("next_id") REFERENCES "egg" ("id");
ALTER TABLE "rock" ADD CONSTRAINT "fk_rock_next_id" FOREIGN KEY ("next_id") REFERENCES "scissors" ("id");

-- drop
ALTER TABLE "hen" DROP CONSTRAINT "fk_hen_next_id";
ALTER TABLE "rock" DROP CONSTRAINT "fk_rock_next_id";
DROP TABLE "scissors";
DROP TABLE "paper";
DROP TABLE "rock";
DROP TABLE "egg";
DROP TABLE "hen";
