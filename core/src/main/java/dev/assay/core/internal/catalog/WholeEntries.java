package dev.assay.core.internal.catalog;

import dev.assay.core.model.CatalogEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Everything that is known of each file. */
record WholeEntries(Entries entries) implements EntryStream.Form<FileRow, CatalogEntry> {
    @Override
    public String select() {
        return "SELECT " + FileRow.COLUMNS + " FROM %s";
    }

    @Override
    public Optional<FileRow> read(Sql sql, ResultSet row) throws SQLException {
        FileRow read = FileRow.of(row);
        return FileTable.isBelieved(sql, read) ? Optional.of(read) : Optional.empty();
    }

    @Override
    public List<CatalogEntry> finish(Sql sql, List<FileRow> page) throws SQLException {
        return entries.of(sql, page);
    }
}
