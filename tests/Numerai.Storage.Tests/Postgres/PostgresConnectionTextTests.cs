using Npgsql;
using Numerai.Storage.Postgres;

namespace Numerai.Storage.Tests.Postgres;

public sealed class PostgresConnectionTextTests
{
    [Theory]
    [InlineData("Host=db;Database=numerai", GssEncryptionMode.Disable)]
    [InlineData("Host=db;Database=numerai;GSS Encryption Mode=Require", GssEncryptionMode.Require)]
    [InlineData("Host=db;Database=numerai;Gss Encryption Mode=Prefer", GssEncryptionMode.Prefer)]
    public void Kerberos_is_looked_for_only_where_it_is_asked_for(string written, GssEncryptionMode mode) =>
        Assert.Equal(mode, new NpgsqlConnectionStringBuilder(PostgresConnectionText.Of(written)).GssEncryptionMode);
}
