-- create
CREATE TABLE "parent" (
    "id" INTEGER NOT NULL,
    CONSTRAINT "pk_parent" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "delete_no_action" (
    "id" INTEGER NOT NULL,
    "parent_id" INTEGER DEFAULT 1,
    CONSTRAINT "pk_delete_no_action" PRIMARY KEY ("id"),
    CONSTRAINT "fk_delete_no_action" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id")
) STRICT;
CREATE TABLE "delete_restrict" (
    "id" INTEGER NOT NULL,
    "parent_id" INTEGER DEFAULT 1,
    CONSTRAINT "pk_delete_restrict" PRIMARY KEY ("id"),
    CONSTRAINT "fk_delete_restrict" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON DELETE RESTRICT
) STRICT;
CREATE TABLE "delete_cascade" (
    "id" INTEGER NOT NULL,
    "parent_id" INTEGER DEFAULT 1,
    CONSTRAINT "pk_delete_cascade" PRIMARY KEY ("id"),
    CONSTRAINT "fk_delete_cascade" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON DELETE CASCADE
) STRICT;
CREATE TABLE "delete_set_null" (
    "id" INTEGER NOT NULL,
    "parent_id" INTEGER DEFAULT 1,
    CONSTRAINT "pk_delete_set_null" PRIMARY KEY ("id"),
    CONSTRAINT "fk_delete_set_null" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON DELETE SET NULL
) STRICT;
CREATE TABLE "delete_set_default" (
    "id" INTEGER NOT NULL,
    "parent_id" INTEGER DEFAULT 1,
    CONSTRAINT "pk_delete_set_default" PRIMARY KEY ("id"),
    CONSTRAINT "fk_delete_set_default" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON DELETE SET DEFAULT
) STRICT;
CREATE TABLE "update_restrict" (
    "id" INTEGER NOT NULL,
    "parent_id" INTEGER DEFAULT 1,
    CONSTRAINT "pk_update_restrict" PRIMARY KEY ("id"),
    CONSTRAINT "fk_update_restrict" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON UPDATE RESTRICT
) STRICT;
CREATE TABLE "update_cascade" (
    "id" INTEGER NOT NULL,
    "parent_id" INTEGER DEFAULT 1,
    CONSTRAINT "pk_update_cascade" PRIMARY KEY ("id"),
    CONSTRAINT "fk_update_cascade" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON UPDATE CASCADE
) STRICT;
CREATE TABLE "update_set_null" (
    "id" INTEGER NOT NULL,
    "parent_id" INTEGER DEFAULT 1,
    CONSTRAINT "pk_update_set_null" PRIMARY KEY ("id"),
    CONSTRAINT "fk_update_set_null" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON UPDATE SET NULL
) STRICT;
CREATE TABLE "update_set_default" (
    "id" INTEGER NOT NULL,
    "parent_id" INTEGER DEFAULT 1,
    CONSTRAINT "pk_update_set_default" PRIMARY KEY ("id"),
    CONSTRAINT "fk_update_set_default" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON UPDATE SET DEFAULT
) STRICT;

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
