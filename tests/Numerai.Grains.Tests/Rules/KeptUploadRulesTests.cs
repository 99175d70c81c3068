using Microsoft.Extensions.Time.Testing;
using Numerai.Contracts;
using Numerai.Grains.Rules;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Grains.Tests.Rules;

public sealed class KeptUploadRulesTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Actors _actors = new();
    private readonly KeptUploadRules _kept;

    public KeptUploadRulesTests() => _kept = new KeptUploadRules(_actors, _time);

    [Fact]
    public async Task Many_uploads_to_a_tournament_ask_its_actors_once()
    {
        for (var upload = 0; upload < 100; upload++)
        {
            await _kept.OfAsync(TournamentId.Classic);
            await _kept.OfAsync(TournamentId.Crypto);
        }

        Assert.Equal(2, _actors.Asked);
    }

    [Fact]
    public async Task What_has_changed_is_asked_again()
    {
        await _kept.OfAsync(TournamentId.Classic);
        _actors.Bytes = 7;

        _kept.Forget();

        Assert.Equal(7, (await _kept.OfAsync(TournamentId.Classic)).MaximumBytes);
    }

    [Fact]
    public async Task A_change_that_nobody_told_of_is_overlooked_for_ten_seconds_at_most()
    {
        await _kept.OfAsync(TournamentId.Classic);
        _actors.Bytes = 7;

        _time.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, (await _kept.OfAsync(TournamentId.Classic)).MaximumBytes);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(7, (await _kept.OfAsync(TournamentId.Classic)).MaximumBytes);
    }

    [Fact]
    public async Task An_answer_that_was_on_its_way_when_something_changed_is_not_kept()
    {
        _actors.Until = new TaskCompletionSource();
        var early = _kept.OfAsync(TournamentId.Classic);
        _kept.Forget();
        _actors.Until.SetResult();
        await early;
        _actors.Bytes = 7;

        Assert.Equal(7, (await _kept.OfAsync(TournamentId.Classic)).MaximumBytes);
    }

    [Fact]
    public async Task The_age_of_an_answer_counts_from_when_it_was_asked_for()
    {
        _actors.Until = new TaskCompletionSource();
        var slow = _kept.OfAsync(TournamentId.Classic);
        _time.Advance(KeptUploadRules.MaximumAge);
        _actors.Until.SetResult();
        await slow;
        _actors.Bytes = 7;

        Assert.Equal(7, (await _kept.OfAsync(TournamentId.Classic)).MaximumBytes);
    }

    [Fact]
    public async Task Actors_that_do_not_answer_are_asked_again()
    {
        _actors.Until = new TaskCompletionSource();
        var failing = _kept.OfAsync(TournamentId.Classic).AsTask();
        _actors.Until.SetException(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => failing);
        _actors.Until = null;

        Assert.Equal(1, (await _kept.OfAsync(TournamentId.Classic)).MaximumBytes);
    }

    private sealed class Actors : IUploadRules
    {
        public int Asked { get; private set; }

        public long Bytes { get; set; } = 1;

        public TaskCompletionSource? Until { get; set; }

        public async ValueTask<UploadRules> OfAsync(TournamentId tournament)
        {
            Asked++;
            var rules = new UploadRules(Paused: false, Bytes);
            await (Until?.Task ?? Task.CompletedTask);
            return rules;
        }
    }
}
