using System.Collections.Immutable;
using Numerai.Tournament.Actors;
using Numerai.Web.Reads;

namespace Numerai.Web.Tests.Reads;

/// <summary>Positions as they travel.</summary>
public sealed class PositionListTests
{
    [Fact]
    public void The_newest_of_each_actor_is_kept_and_of_too_many_actors_those_told_of_last()
    {
        var merged = PositionList.Merge(Read("a/1@5,b/1@2"), Read("a/1@4,c/1@1"));
        Assert.Equal("b/1@2,a/1@5,c/1@1", PositionList.Write(merged));

        var many = ImmutableArray<EventPosition>.Empty;
        for (var number = 0; number < 20; number++)
        {
            many = PositionList.Merge(many, [new EventPosition($"round/8/{number}", 1)]);
        }

        Assert.Equal("round/8/12@1,round/8/13@1", PositionList.Write(many.Take(2)));
        Assert.Equal(PositionList.Most, many.Length);
    }

    [Fact]
    public void The_longest_list_there_is_fits_into_its_bound()
    {
        var longest = new EventPosition("x/" + new string('y', EventPosition.LongestSource - 2), long.MaxValue);
        Assert.True(PositionList.TryRead(PositionList.Write(Enumerable.Repeat(longest, PositionList.Most)), out var read));
        Assert.Equal(PositionList.Most, read.Length);
    }

    private static ImmutableArray<EventPosition> Read(string text) => PositionList.Read(text);
}
