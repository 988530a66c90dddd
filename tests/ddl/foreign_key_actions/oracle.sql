-- refused: delete_set_default: oracle: a foreign key of Oracle has no SET DEFAULT
--   help: use `set_null`, `cascade` or `no_action`
-- refused: update_cascade: oracle: a foreign key of Oracle has no ON UPDATE
--   help: use `no_action`
-- refused: update_set_null: oracle: a foreign key of Oracle has no ON UPDATE
--   help: use `no_action`
-- refused: update_set_default: oracle: a foreign key of Oracle has no ON UPDATE
--   help: use `no_action`

-- create
CREATE TABLE "parent" (
    "id" NUMBER(19) NOT NULL,
    CONSTRAINT "pk_parent" PRIMARY KEY ("id")
);
CREATE TABLE "delete_no_action" (
    "id" NUMBER(19) NOT NULL,
    "parent_id" NUMBER(19) DEFAULT 1,
    CONSTRAINT "pk_delete_no_action" PRIMARY KEY ("id"),
    CONSTRAINT "fk_delete_no_action" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id")
);
CREATE TABLE "delete_restrict" (
    "id" NUMBER(19) NOT NULL,
    "parent_id" NUMBER(19) DEFAULT 1,
    CONSTRAINT "pk_delete_restrict" PRIMARY KEY ("id"),
    CONSTRAINT "fk_delete_restrict" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id")
);
CREATE TABLE "delete_cascade" (
    "id" NUMBER(19) NOT NULL,
    "parent_id" NUMBER(19) DEFAULT 1,
    CONSTRAINT "pk_delete_cascade" PRIMARY KEY ("id"),
    CONSTRAINT "fk_delete_cascade" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON DELETE CASCADE
);
CREATE TABLE "delete_set_null" (
    "id" NUMBER(19) NOT NULL,
    "parent_id" NUMBER(19) DEFAULT 1,
    CONSTRAINT "pk_delete_set_null" PRIMARY KEY ("id"),
    CONSTRAINT "fk_delete_set_null" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON DELETE SET NULL
);
CREATE TABLE "update_restrict" (
    "id" NUMBER(19) NOT NULL,
    "parent_id" NUMBER(19) DEFAULT 1,
    CONSTRAINT "pk_update_restrict" PRIMARY KEY ("id"),
    CONSTRAINT "fk_update_restrict" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id")
);

-- drop
DROP TABLE "update_restrict";
DROP TABLE "delete_set_null";
DROP TABLE "delete_cascade";
DROP TABLE "delete_restrict";
DROP TABLE "delete_no_action";
DROP TABLE "parent";
