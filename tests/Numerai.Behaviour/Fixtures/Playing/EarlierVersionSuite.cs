using Numerai.Contracts;

namespace Numerai.Behaviour.Fixtures.Playing;

/// <summary>
/// What every earlier version left is opened by this one, holds what it held, is played on, and its books are in order before and
/// after. How it is opened is the only thing that the hosts differ in.
/// </summary>
public abstract class EarlierVersionSuite
{
    public static TheoryData<string> Versions => Fixture.Versions;

    /// <param name="fixture">What to open.</param>
    /// <param name="folder">A copy of its data folder.</param>
    protected abstract Task<IOpenedFixture> OpenAsync(Fixture fixture, string folder);

    [Theory]
    [MemberData(nameof(Versions))]
    public Task What_an_earlier_version_left_is_all_there_and_its_books_are_in_order(string version) => WithAsync(
        version,
        async (fixture, clients, opened) =>
        {
            Assert.Equal(Lines(fixture.Contents.Facts), Lines(await FixtureFacts.ReadAsync(clients)));
            Assert.Equal(FixtureFacts.Tournaments.Length, await FixtureBooks.AssertInOrderAsync(clients, opened));
        });

    [Fact]
    public void An_earlier_version_left_something_of_everything()
    {
        foreach (var version in Versions)
        {
            var facts = Fixture.Of(version.Data).Contents.Facts;
            var rounds = facts.Where(fact => fact.Key.StartsWith("round ", StringComparison.Ordinal))
                .Select(fact => fact.Value.Split(',')[0]).ToHashSet();
            Assert.Superset(Enum.GetNames<RoundPhase>().ToHashSet(), rounds);
            var told = string.Join('\n', facts.Values);
            string[] kinds = ["OnTime", "Late", "Queued", "delayed", "Active", "Pending", "Executed", "counting_down", "ended"];
            Assert.All(kinds, kind => Assert.Contains(kind, told, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public Task A_tournament_of_an_earlier_version_is_played_on_and_its_books_stay_in_order(string version) => WithAsync(
        version,
        async (fixture, clients, opened) =>
        {
            using var game = new FixtureGame(clients, fixture.Contents);
            await game.PlayOnAsync();
            Assert.Equal(2 * FixtureFacts.Tournaments.Length, await FixtureBooks.AssertInOrderAsync(clients, opened));
        });

    /// <summary>As one text, so that a difference is shown where it is.</summary>
    private static string Lines(IEnumerable<KeyValuePair<string, string>> facts) =>
        string.Join('\n', facts.Select(fact => $"{fact.Key}: {fact.Value}"));

    private async Task WithAsync(string version, Func<Fixture, FixtureClients, IOpenedFixture, Task> play)
    {
        var folder = Directory.CreateTempSubdirectory($"numerai-{version}-");
        try
        {
            var fixture = Fixture.Of(version);
            fixture.CopyFolderTo(folder.FullName);
            var key = FixtureClients.KeyIn(folder.FullName);
            await using var opened = await OpenAsync(fixture, folder.FullName);
            using var clients = new FixtureClients(opened.Url, key);
            foreach (var (username, credentials) in fixture.Contents.Keys)
            {
                clients.Add(username, credentials);
            }

            await play(fixture, clients, opened);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
