-- a column is added
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a column is added with a default
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a required column is added with a default
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a required column is added without a value
-- refused: the rows that are in `people` need a value for `town`; give a default, make it an `Option`, or say which value they get (`backfill`)
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a required column is added with a value for the rows
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a computed column is added
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a column is dropped
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a column gets another name
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a column that others are computed from gets another name
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a number gets wider
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a number gets narrower
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a text gets shorter
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a text becomes one of some values
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a number becomes a text
-- refused: the values of `people.age` cannot become text from i32: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: the values of `people.age` cannot become i32 from text: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a decimal gets fewer digits after the point
-- refused: the values of `people.paid` cannot become decimal(8, 1) from decimal(8, 2): this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: the values of `people.paid` cannot become decimal(8, 2) from decimal(8, 1): this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a number becomes a truth value
-- refused: the values of `people.age` cannot become bool from i32: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: the values of `people.age` cannot become i32 from bool: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a column is numbered no longer
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a check, an index and a reference get another name
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a decimal becomes a binary fraction
-- refused: the values of `people.paid` cannot become f64 from decimal(8, 2): a binary fraction is not a decimal one, and each engine rounds its own way; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: the values of `people.paid` cannot become decimal(8, 2) from f64: a binary fraction is not a decimal one, and each engine rounds its own way; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a text becomes a number
-- refused: the values of `people.floor` cannot become i64 from varchar(20): this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: the values of `people.floor` cannot become varchar(20) from i64: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a text becomes a decimal
-- refused: the values of `people.fee` cannot become decimal(6, 2) from text: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: the values of `people.fee` cannot become text from decimal(6, 2): this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a text becomes a day
-- refused: the values of `people.born` cannot become date from varchar(20): this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: the values of `people.born` cannot become varchar(20) from date: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a time becomes a day
-- refused: the values of `people.seen` cannot become date from timestamp: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: the values of `people.seen` cannot become timestamp from date: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a UUID becomes a text
-- refused: the values of `people.code` cannot become varchar(36) from uuid: this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: the values of `people.code` cannot become uuid from varchar(36): this dialect's conversions are not known; add another column, fill it in a migration of your own, and drop this one
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- an enumeration gets other values
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a numbered column is added and is the key
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a computed column changes
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a table goes
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a column becomes required
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a column becomes required, with a value for those without
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a column need not be there
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a default comes
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a unique constraint comes
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a check changes
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- an index changes
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a reference changes
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a primary key changes
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a table gets another name
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- a table comes and refers to another
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand

-- comments come
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
-- back
-- refused: changes of tables are not planned for Oracle yet; write this dialect's statements by hand
