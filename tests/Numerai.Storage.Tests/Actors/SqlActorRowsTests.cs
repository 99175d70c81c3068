using Numerai.Storage.Actors;

namespace Numerai.Storage.Tests.Actors;

public sealed class SqlActorRowsTests : ActorRowsSuite, IAsyncDisposable
{
    private readonly SqliteFixture _sqlite = new();

    protected override IActorRows Rows => new SqlActorRows(_sqlite.Database);

    [Fact]
    public async Task Rows_survive_a_restart()
    {
        await Rows.WriteAsync("box", "a", 0, Row(5));
        await _sqlite.ReopenAsync();

        Assert.Equal(new Box(5), (await Rows.ReadAsync<Box>("box", "a"))!.Value.State);
    }

    public ValueTask DisposeAsync() => _sqlite.DisposeAsync();
}
