using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Tests.Actors;

/// <summary>What answers say about how far their actors are.</summary>
public sealed class OutcomePositionTests
{
    private static readonly Outcome<int> _five = 5;
    private static readonly Outcome<int> _refused = new Refusal(RefusalCodes.InvalidRequest, "No.");

    [Fact]
    public void Answers_that_differ_in_their_position_alone_are_equal()
    {
        Assert.Equal(_five, _five.After("round/8/1@3"));
        Assert.Equal(_five.GetHashCode(), _five.After("round/8/1@3").GetHashCode());
        Assert.NotEqual(_five, (Outcome<int>)6);
        Assert.NotEqual(_five, _refused);
    }

    [Fact]
    public void An_answer_without_a_position_is_written_as_it_was_before_there_were_positions()
    {
        Assert.Equal("""{"value":5}""", Write(_five));
        Assert.Equal("""{"value":5,"position":"round/8/1@3"}""", Write(_five.After("round/8/1@3")));
        var earlier = StoredJson.Read<Outcome<int>>("""{"value":5}"""u8);
        Assert.Equal((5, null), (earlier.Value, earlier.Position));
        Assert.Equal("round/8/1@3", StoredJson.Read<Outcome<int>>(StoredJson.Write(_five.After("round/8/1@3"))).Position);
    }

    [Fact]
    public void Positions_of_several_actors_are_told_together_and_a_refusal_tells_none()
    {
        Assert.Equal("escrow/a@2,agreement/b@1", _five.After("escrow/a@2").After("agreement/b@1").Position);
        Assert.Equal("escrow/a@2", _five.After("escrow/a@2").After(null).Position);
        Assert.Null(_refused.After("escrow/a@2").Position);
    }

    [Theory]
    [InlineData("round/8/123@57", "round/8/123", 57)]
    [InlineData("universe/11/2026-01-06@0", "universe/11/2026-01-06", 0)]
    [InlineData("ledger-checkpoints/ledger@9223372036854775807", "ledger-checkpoints/ledger", long.MaxValue)]
    public void A_position_is_read_as_it_is_written(string text, string source, long sequence)
    {
        Assert.True(EventPosition.TryParse(text, out var position));
        Assert.Equal(new EventPosition(source, sequence), position);
        Assert.Equal(text, position.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("@1")]
    [InlineData("round/8/1")]
    [InlineData("round/8/1@")]
    [InlineData("round/8/1@-1")]
    [InlineData("round/8/1@+1")]
    [InlineData("round/8/1@1.0")]
    [InlineData("round/8/1@9223372036854775808")]
    [InlineData("round@1")]
    [InlineData("round/8 1@1")]
    [InlineData("round/8/1\r\nSet-Cookie: a=b@1")]
    [InlineData("round/'; DROP TABLE events; --@1")]
    [InlineData("round/ü@1")]
    public void What_no_actor_is_called_is_no_position(string? text) => Assert.False(EventPosition.TryParse(text, out _));

    [Fact]
    public void A_name_longer_than_any_is_no_position() =>
        Assert.False(EventPosition.TryParse($"round/{new string('8', EventPosition.LongestSource)}@1", out _));

    private static string Write(Outcome<int> outcome) => Encoding.UTF8.GetString(StoredJson.Write(outcome));
}
