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

    [Theory]
    [InlineData(PostgresConnectionText.LeastBudget)]
    [InlineData(60)]
    [InlineData(100)]
    public void The_pools_of_all_uses_together_are_what_is_written(int budget)
    {
        var pools = Enum.GetValues<PostgresUse>()
            .Select(
                use => new NpgsqlConnectionStringBuilder(PostgresConnectionText.Of($"Host=db;Maximum Pool Size={budget}", use))).ToList();

        Assert.Equal(budget, pools.Sum(pool => pool.MaxPoolSize));
        Assert.Equal(pools.Count, pools.Select(pool => pool.ApplicationName).Distinct().Count());
        Assert.All(pools, pool => Assert.InRange(pool.MaxPoolSize, 2, budget));
    }

    [Fact]
    public void What_is_written_about_limits_and_signs_of_life_counts_except_for_long_work()
    {
        const string Written = "Host=db;Options=-c statement_timeout=1;Keepalive=77;Tcp Keepalive=false;Minimum Pool Size=40";
        var stores = new NpgsqlConnectionStringBuilder(PostgresConnectionText.Of(Written));

        Assert.Equal((77, false, 40), (stores.KeepAlive, stores.TcpKeepAlive, stores.MinPoolSize));
        Assert.EndsWith("-c statement_timeout=1", stores.Options, StringComparison.Ordinal);
        var longWork = new NpgsqlConnectionStringBuilder(PostgresConnectionText.Of(Written, PostgresUse.LongWork));
        Assert.StartsWith("-c statement_timeout=1 ", longWork.Options, StringComparison.Ordinal);
        Assert.Equal(0, longWork.MinPoolSize);
    }
}
