using Numerai.Tournament.Actors;

namespace Numerai.Grains.Tests.Storage;

/// <summary>
/// Which row a grain's state is in on PostgreSQL, frozen: kind and key, letter by letter, as on SQLite and as every earlier version wrote.
/// Orleans' provider alone reads "8" and "08" as one number, "abc" as another, and any 32 hexadecimal digits as a GUID.
/// </summary>
public sealed class RowKeyTests(PostgresServer server)
{
    private static readonly string[] _kinds = [ActorKinds.Round, ActorKinds.Schedule, ActorKinds.Participant, ActorKinds.LedgerCheckpoints];

    private static readonly string[] _keys =
    [
        "8", "08", "008", "0", "00", "-8", "+8", "8+", "8+1", "8+01", "-1", "9223372036854775807", "9223372036854775808",
        "7FFFFFFFFFFFFFFF", "7fffffffffffffff", "8000000000000000", "FFFFFFFFFFFFFFFF", "ffffffffffffffff",
        "-9223372036854775808", "8.0", "1e3", "0x8", " 8", "8 ",
        "a", "A", "abc", "ABC", "aBc", "abcdef0123456789", "ABCDEF0123456789", "face+book", "FACE+book",
        "8/123", "8/0123", "08/123", "8/123/7", "/", "//", "8/", "/8", "=8", "=", "==",
        "00000000000000000000000000000000", "0123456789abcdef0123456789abcdef", "0123456789ABCDEF0123456789ABCDEF",
        "0123456789abcdef0123456789abcdef+extension", "0123456789ABCDEF0123456789abcdef+extension", "0123456789abcdef0123456789abcdef+",
        "01234567-89ab-cdef-0123-456789abcdef", "01234567-89AB-CDEF-0123-456789ABCDEF", "{01234567-89ab-cdef-0123-456789abcdef}",
        "00000000-0000-0000-0000-000000000000",
        "{", "}", "{{", "}}", "{0}", "{{0}}", "}{", "{}}{", "treasury", "Treasury",
        "governance", "ledger", "straße", "STRASSE", "\u00e9", "e\u0301", "x'y\"z%_\\",
    ];

    [Fact]
    public async Task Every_key_of_every_kind_is_the_key_of_its_row_and_of_no_other()
    {
        await using var rows = await ProviderRows.OpenAsync(server);
        await rows.ExecuteAsync("DELETE FROM actor_rows");
        var grains = _kinds.SelectMany(kind => _keys.Select(key => (Kind: kind, Key: key))).ToList();

        foreach (var (kind, key) in grains)
        {
            var written = new GrainState<Persisted<ProviderRows.Box>>(ProviderRows.Holding($"{kind}|{key}"));
            await rows.WriteAsync(kind, key, written);
            Assert.Equal("1", written.ETag);
        }

        var stored = await rows.QueryAsync<(string Kind, string Key, long Version)>("SELECT kind, key, version FROM actor_rows");
        Assert.Equal(
            grains.Select(grain => $"{grain.Kind}|{grain.Key}").Order(StringComparer.Ordinal),
            stored.Select(row => $"{row.Kind}|{row.Key}").Order(StringComparer.Ordinal));
        Assert.All(stored, row => Assert.Equal(1, row.Version));
        foreach (var (kind, key) in grains)
        {
            Assert.Equal($"{kind}|{key}", (await rows.ReadAsync(kind, key)).State!.State.Content);
            Assert.Equal($"{kind}|{key}", (await rows.Rows.ReadAsync<ProviderRows.Box>(kind, key))!.Value.State.Content);
        }
    }
}
