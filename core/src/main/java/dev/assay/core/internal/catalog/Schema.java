package dev.assay.core.internal.catalog;

import java.sql.SQLException;
import java.util.List;

/**
 * The tables, as steps from one version to the next. A step that was released is never changed; a
 * change is a new step.
 */
final class Schema {
    /** "Assa": tells a catalog from any other SQLite file. */
    static final int APPLICATION_ID = 0x41737361;

    private static final String CORE =
            """
            CREATE TABLE root(
              id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, name TEXT UNIQUE, layout TEXT,
              volume TEXT, added INTEGER NOT NULL, scanned INTEGER);
            CREATE TABLE volume(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
            CREATE TABLE folder(
              id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, root INTEGER NOT NULL);
            CREATE TABLE content(
              id INTEGER PRIMARY KEY, size INTEGER NOT NULL, sha256 BLOB UNIQUE, blocks BLOB,
              hashed INTEGER, verified INTEGER, sum INTEGER NOT NULL);
            CREATE TABLE digest(
              content INTEGER NOT NULL, hash TEXT NOT NULL, value BLOB, undefined TEXT,
              sum INTEGER NOT NULL, PRIMARY KEY(content, hash)) WITHOUT ROWID;
            CREATE INDEX digest_value ON digest(value) WHERE value IS NOT NULL;
            CREATE TABLE file(
              id INTEGER PRIMARY KEY, folder INTEGER NOT NULL, name TEXT NOT NULL,
              content INTEGER NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
              changed INTEGER, born INTEGER, key TEXT, volume INTEGER, link INTEGER NOT NULL,
              presence INTEGER NOT NULL, added INTEGER NOT NULL, seen INTEGER NOT NULL,
              rules TEXT NOT NULL, category TEXT NOT NULL, type TEXT NOT NULL, base TEXT,
              format TEXT NOT NULL, precision TEXT, state TEXT NOT NULL, confidence TEXT NOT NULL,
              safety TEXT NOT NULL, parameters INTEGER, family TEXT, variety TEXT, triggers TEXT,
              sum INTEGER NOT NULL, UNIQUE(folder, name));
            CREATE INDEX file_key ON file(key, volume);
            CREATE INDEX file_content ON file(content);
            CREATE INDEX file_type ON file(type, family);
            CREATE INDEX file_family ON file(family);
            CREATE INDEX file_size ON file(size);
            CREATE TABLE inspection(
              file INTEGER PRIMARY KEY, json TEXT NOT NULL, sum INTEGER NOT NULL);
            CREATE TABLE model(
              id INTEGER PRIMARY KEY, provider TEXT NOT NULL, model TEXT NOT NULL,
              version TEXT NOT NULL, name TEXT, version_name TEXT, creator TEXT, type TEXT,
              category TEXT, base TEXT, family TEXT, nsfw INTEGER, moderation TEXT, published INTEGER,
              downloads INTEGER, tags TEXT NOT NULL, triggers TEXT NOT NULL, license TEXT,
              info TEXT NOT NULL, raw TEXT NOT NULL, sum INTEGER NOT NULL,
              UNIQUE(provider, model, version));
            CREATE TABLE identity(
              content INTEGER NOT NULL, provider TEXT NOT NULL, state TEXT NOT NULL,
              said TEXT NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY(content, provider))
              WITHOUT ROWID;
            CREATE TABLE candidate(
              content INTEGER NOT NULL, provider TEXT NOT NULL, place INTEGER NOT NULL,
              model INTEGER NOT NULL, match TEXT NOT NULL, sum INTEGER NOT NULL,
              PRIMARY KEY(content, provider, place)) WITHOUT ROWID;
            CREATE INDEX candidate_model ON candidate(model);
            CREATE TABLE tag(
              content INTEGER NOT NULL, word TEXT NOT NULL, sum INTEGER NOT NULL,
              PRIMARY KEY(content, word)) WITHOUT ROWID;
            CREATE INDEX tag_word ON tag(word);
            CREATE TABLE note(
              content INTEGER PRIMARY KEY, text TEXT NOT NULL, sum INTEGER NOT NULL);
            """;

    /**
     * Finds a part of a name among a million without reading them all: an index of every three
     * letters in a row. Rows stay where they are; triggers keep the index beside them.
     */
    private static final String TEXT =
            """
            CREATE VIRTUAL TABLE file_text USING fts5(
              name, content = 'file', content_rowid = 'id', tokenize = 'trigram', detail = 'none');
            CREATE TRIGGER file_text_in AFTER INSERT ON file BEGIN
              INSERT INTO file_text(rowid, name) VALUES(new.id, new.name);
            END;
            CREATE TRIGGER file_text_out AFTER DELETE ON file BEGIN
              INSERT INTO file_text(file_text, rowid, name) VALUES('delete', old.id, old.name);
            END;
            CREATE TRIGGER file_text_change AFTER UPDATE OF name ON file
              WHEN old.name IS NOT new.name BEGIN
              INSERT INTO file_text(file_text, rowid, name) VALUES('delete', old.id, old.name);
              INSERT INTO file_text(rowid, name) VALUES(new.id, new.name);
            END;
            INSERT INTO file_text(file_text) VALUES('rebuild');
            """;

    /** When a file was first found missing, so that those can be forgotten that never came back. */
    private static final String GONE = "ALTER TABLE file ADD COLUMN gone INTEGER;";

    /**
     * What a scan needs to know of folders in which nothing changed: a sum over what the file
     * system said of all their files, which triggers take away when a row of the folder says
     * anything else; and which of their files have to be looked at all the same.
     */
    private static final String LISTING =
            """
            ALTER TABLE folder ADD COLUMN listing TEXT;
            ALTER TABLE file ADD COLUMN problems INTEGER NOT NULL DEFAULT 0;
            UPDATE file SET problems = coalesce((
              SELECT json_array_length(i.json, '$.problems') FROM inspection i
              WHERE i.file = file.id AND json_valid(i.json)), 0);
            CREATE INDEX file_other ON file(folder) WHERE category = 'other';
            CREATE INDEX file_problems ON file(folder) WHERE problems > 0;
            CREATE INDEX file_gone ON file(folder) WHERE presence <> 0;
            CREATE TRIGGER listing_in AFTER INSERT ON file BEGIN
              UPDATE folder SET listing = NULL WHERE id = new.folder AND listing IS NOT NULL;
            END;
            CREATE TRIGGER listing_out AFTER DELETE ON file WHEN old.presence = 0 BEGIN
              UPDATE folder SET listing = NULL WHERE id = old.folder AND listing IS NOT NULL;
            END;
            CREATE TRIGGER listing_change AFTER UPDATE ON file
              WHEN old.folder IS NOT new.folder OR old.name IS NOT new.name
                OR old.size IS NOT new.size OR old.modified IS NOT new.modified
                OR old.changed IS NOT new.changed OR old.key IS NOT new.key
                OR old.volume IS NOT new.volume OR old.link IS NOT new.link
                OR old.presence IS NOT new.presence OR old.rules IS NOT new.rules BEGIN
              UPDATE folder SET listing = NULL
              WHERE id IN (old.folder, new.folder) AND listing IS NOT NULL;
            END;
            """;

    /**
     * What lists need: checksums over what they show alone, and the orders that people ask for, so
     * that the first of a million rows is there at once.
     */
    private static final String LISTS =
            """
            ALTER TABLE file ADD COLUMN face INTEGER;
            ALTER TABLE model ADD COLUMN face INTEGER;
            DROP INDEX file_type;
            CREATE INDEX file_type ON file(type, folder);
            CREATE INDEX file_broken ON file(folder) WHERE state <> 'ok';
            CREATE INDEX file_unsafe ON file(folder) WHERE safety <> 'CLEAN';
            CREATE INDEX file_modified ON file(modified);
            CREATE INDEX file_added ON file(added);
            CREATE INDEX file_name ON file(name COLLATE NOCASE);
            """
                    + Faces.FILL;

    /**
     * What filters and orders need that would look at a million rows otherwise. Of a column with
     * one usual value only the others are in an index. {@code shared} has the contents of which
     * there are, or once were, two files or hard links: those that fit are looked for among them.
     */
    private static final String FILTERS =
            """
            DROP INDEX file_other;
            DROP INDEX file_family;
            DROP INDEX file_broken;
            DROP INDEX file_unsafe;
            CREATE INDEX file_category ON file(category, folder);
            CREATE INDEX file_family ON file(family, folder);
            CREATE INDEX file_precision ON file(precision, folder);
            CREATE INDEX file_format ON file(format, folder) WHERE format <> 'safetensors';
            CREATE INDEX file_state ON file(state, folder) WHERE state <> 'ok';
            CREATE INDEX file_safety ON file(safety, folder) WHERE safety <> 'CLEAN';
            CREATE INDEX file_confidence ON file(confidence, folder) WHERE confidence <> 'certain';
            CREATE INDEX file_variety ON file(variety) WHERE variety <> 'lora';
            CREATE INDEX file_link ON file(folder) WHERE link <> 0;
            CREATE INDEX file_parameters ON file(parameters) WHERE parameters IS NOT NULL;
            CREATE INDEX file_seen ON file(seen);
            CREATE INDEX file_triggers ON file(triggers) WHERE triggers IS NOT NULL;
            CREATE INDEX model_facts ON model(
              name, creator, family, tags, triggers, license, downloads, published, nsfw, moderation);
            CREATE INDEX model_name ON model(name COLLATE NOCASE);
            CREATE INDEX model_address ON model(model || '@' || version);
            CREATE INDEX content_verified ON content(coalesce(verified, hashed))
              WHERE coalesce(verified, hashed) IS NOT NULL;
            CREATE TABLE shared(content INTEGER PRIMARY KEY);
            INSERT INTO shared SELECT content FROM file GROUP BY content HAVING count(*) > 1;
            INSERT OR IGNORE INTO shared SELECT content FROM file WHERE (key, volume) IN
              (SELECT key, volume FROM file GROUP BY key, volume HAVING count(*) > 1);
            CREATE TRIGGER shared_in AFTER INSERT ON file BEGIN
              INSERT OR IGNORE INTO shared SELECT new.content WHERE EXISTS (
                SELECT 1 FROM file WHERE content = new.content AND id <> new.id);
              INSERT OR IGNORE INTO shared SELECT new.content WHERE EXISTS (
                SELECT 1 FROM file WHERE key = new.key AND volume = new.volume AND id <> new.id);
              INSERT OR IGNORE INTO shared SELECT content FROM file
                WHERE key = new.key AND volume = new.volume AND id <> new.id;
            END;
            CREATE TRIGGER shared_change AFTER UPDATE OF content, key, volume ON file
              WHEN old.content IS NOT new.content OR old.key IS NOT new.key
                OR old.volume IS NOT new.volume BEGIN
              INSERT OR IGNORE INTO shared SELECT new.content WHERE EXISTS (
                SELECT 1 FROM file WHERE content = new.content AND id <> new.id);
              INSERT OR IGNORE INTO shared SELECT new.content WHERE EXISTS (
                SELECT 1 FROM file WHERE key = new.key AND volume = new.volume AND id <> new.id);
              INSERT OR IGNORE INTO shared SELECT content FROM file
                WHERE key = new.key AND volume = new.volume AND id <> new.id;
            END;
            """;

    /**
     * Less to do for each new file of a first scan: its name goes into the index with many others
     * ({@link NameIndex}), and triggers begin only where they have something to do.
     */
    private static final String FIRST_SCANS =
            """
            DROP TRIGGER file_text_in;
            DROP TRIGGER file_text_out;
            DROP TRIGGER file_text_change;
            CREATE TRIGGER file_text_out AFTER DELETE ON file
              WHEN EXISTS (SELECT 1 FROM file_text_docsize WHERE id = old.id) BEGIN
              INSERT INTO file_text(file_text, rowid, name) VALUES('delete', old.id, old.name);
            END;
            CREATE TRIGGER file_text_change AFTER UPDATE OF name ON file
              WHEN old.name IS NOT new.name
                AND EXISTS (SELECT 1 FROM file_text_docsize WHERE id = old.id) BEGIN
              INSERT INTO file_text(file_text, rowid, name) VALUES('delete', old.id, old.name);
              INSERT INTO file_text(rowid, name) VALUES(new.id, new.name);
            END;
            DROP TRIGGER listing_in;
            CREATE TRIGGER listing_in AFTER INSERT ON file
              WHEN (SELECT listing FROM folder WHERE id = new.folder) IS NOT NULL BEGIN
              UPDATE folder SET listing = NULL WHERE id = new.folder;
            END;
            DROP TRIGGER shared_in;
            CREATE TRIGGER shared_in AFTER INSERT ON file
              WHEN EXISTS (SELECT 1 FROM file WHERE content = new.content AND id <> new.id)
                OR EXISTS (SELECT 1 FROM file
                  WHERE key = new.key AND volume = new.volume AND id <> new.id) BEGIN
              INSERT OR IGNORE INTO shared VALUES(new.content);
              INSERT OR IGNORE INTO shared SELECT content FROM file
                WHERE key = new.key AND volume = new.volume AND id <> new.id;
            END;
            """;

    private static final List<String> STEPS =
            List.of(CORE, TEXT, GONE, LISTING, LISTS, FILTERS, FIRST_SCANS);

    /** What this program writes. */
    static final int VERSION = STEPS.size();

    private Schema() {}

    /** Brings the tables from a version to the newest; to be called in a transaction. */
    static void upgrade(Sql sql, int from) throws SQLException {
        for (String step : STEPS.subList(from, VERSION)) {
            sql.script(step);
        }
        sql.script("PRAGMA application_id = " + APPLICATION_ID);
        sql.script("PRAGMA user_version = " + VERSION);
    }
}
