-- create
CREATE TABLE "commented" (
    "id" NUMBER(19) NOT NULL,
    "lines" NUMBER(10) NOT NULL,
    "own" NUMBER(10),
    CONSTRAINT "pk_commented" PRIMARY KEY ("id")
);
COMMENT ON TABLE "commented" IS 'It''s a table with a comment: "quoted", back\slashed, and with a café';
COMMENT ON COLUMN "commented"."id" IS 'The doctor''s key, ''quoted''';
COMMENT ON COLUMN "commented"."lines" IS 'Two lines, one comment; -- not a comment of SQL';
COMMENT ON COLUMN "commented"."own" IS 'This one is for the database: C:\new';

-- drop
DROP TABLE "commented";
