-- create
CREATE TABLE "parent" (
    "id" BIGINT NOT NULL,
    CONSTRAINT "pk_parent" PRIMARY KEY ("id")
);
CREATE TABLE "delete_no_action" (
    "id" BIGINT NOT NULL,
    "parent_id" BIGINT DEFAULT 1,
    CONSTRAINT "pk_delete_no_action" PRIMARY KEY ("id"),
    CONSTRAINT "fk_delete_no_action" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id")
);
CREATE TABLE "delete_restrict" (
    "id" BIGINT NOT NULL,
    "parent_id" BIGINT DEFAULT 1,
    CONSTRAINT "pk_delete_restrict" PRIMARY KEY ("id"),
    CONSTRAINT "fk_delete_restrict" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id")
);
CREATE TABLE "delete_cascade" (
    "id" BIGINT NOT NULL,
    "parent_id" BIGINT DEFAULT 1,
    CONSTRAINT "pk_delete_cascade" PRIMARY KEY ("id"),
    CONSTRAINT "fk_delete_cascade" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON DELETE CASCADE
);
CREATE TABLE "delete_set_null" (
    "id" BIGINT NOT NULL,
    "parent_id" BIGINT DEFAULT 1,
    CONSTRAINT "pk_delete_set_null" PRIMARY KEY ("id"),
    CONSTRAINT "fk_delete_set_null" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON DELETE SET NULL
);
CREATE TABLE "delete_set_default" (
    "id" BIGINT NOT NULL,
    "parent_id" BIGINT DEFAULT 1,
    CONSTRAINT "pk_delete_set_default" PRIMARY KEY ("id"),
    CONSTRAINT "fk_delete_set_default" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON DELETE SET DEFAULT
);
CREATE TABLE "update_restrict" (
    "id" BIGINT NOT NULL,
    "parent_id" BIGINT DEFAULT 1,
    CONSTRAINT "pk_update_restrict" PRIMARY KEY ("id"),
    CONSTRAINT "fk_update_restrict" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id")
);
CREATE TABLE "update_cascade" (
    "id" BIGINT NOT NULL,
    "parent_id" BIGINT DEFAULT 1,
    CONSTRAINT "pk_update_cascade" PRIMARY KEY ("id"),
    CONSTRAINT "fk_update_cascade" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON UPDATE CASCADE
);
CREATE TABLE "update_set_null" (
    "id" BIGINT NOT NULL,
    "parent_id" BIGINT DEFAULT 1,
    CONSTRAINT "pk_update_set_null" PRIMARY KEY ("id"),
    CONSTRAINT "fk_update_set_null" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON UPDATE SET NULL
);
CREATE TABLE "update_set_default" (
    "id" BIGINT NOT NULL,
    "parent_id" BIGINT DEFAULT 1,
    CONSTRAINT "pk_update_set_default" PRIMARY KEY ("id"),
    CONSTRAINT "fk_update_set_default" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON UPDATE SET DEFAULT
);

-- drop
DROP TABLE "update_set_default";
DROP TABLE "update_set_null";
DROP TABLE "update_cascade";
DROP TABLE "update_restrict";
DROP TABLE "delete_set_default";
DROP TABLE "delete_set_null";
DROP TABLE "delete_cascade";
DROP TABLE "delete_restrict";
DROP TABLE "delete_no_action";
DROP TABLE "parent";
