using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Numerai.Contracts;
using Numerai.Grains.Serialization;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Rounds.Settings;
using Numerai.Tournament.Rounds.Settlement;
using Orleans.Serialization;

namespace Numerai.Grains.Tests.Wire;

public sealed class ContractSerializationTests
{
    private static readonly Serializer _serializer =
        new ServiceCollection().AddContractSerialization().BuildServiceProvider().GetRequiredService<Serializer>();

    private static readonly ModelId _model = NamedUuid.Model(TournamentId.Classic, "alice");

    private static readonly DateTimeOffset _time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static TheoryData<object> Messages() =>
    [
        new Deposit("d-1", Nmr.Parse("0.000000000000000001")),
        new RoundId(TournamentId.Classic, 123),
        new ObjectReference("rounds/8/1/universe.txt", new string('a', 64), 12),
        (Outcome<WalletView>)new WalletView(Nmr.FromNmr(12)),
        (Outcome<WalletView>)new Refusal(RefusalCodes.BalanceInsufficient, "Too little."),
        (Outcome<int>)7,
        TournamentDefaults.Of(TournamentId.Classic).Version,
        new PublishTarget(3, new ObjectReference("t", new string('b', 64), 1)),
        new OpenNextRound(1, _time, null, "v5.2/live_1.parquet", null, "previous_id,id\na,b"),
    ];

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_arrives_as_it_was_sent(object message) =>
        Assert.Equal(message, _serializer.Deserialize<object>(_serializer.SerializeToArray(message)));

    [Fact]
    public void Immutable_arrays_of_contracts_arrive_as_they_were_sent()
    {
        var pinned = ImmutableArray.Create(new PinnedStake(_model, Nmr.FromNmr(3)));
        Outcome<ImmutableArray<PinnedStake>> outcome = pinned;

        var arrived = _serializer.Deserialize<Outcome<ImmutableArray<PinnedStake>>>(_serializer.SerializeToArray(outcome))!;

        Assert.True(arrived.Accepted);
        Assert.Equal(pinned, arrived.Value);
        Assert.Equal(pinned, _serializer.Deserialize<ImmutableArray<PinnedStake>>(_serializer.SerializeToArray(pinned)));
    }

    [Fact]
    public void Contracts_travel_as_the_JSON_they_are_stored_as()
    {
        Outcome<SettlementReceipt> receipt = new SettlementReceipt(new RoundId(TournamentId.Classic, 1), Nmr.Parse("0.5"), Nmr.Zero);
        Outcome<SettlementReceipt> refused = new Refusal("round_not_found", "There is no round 8/1.");

        Assert.Contains("""{"value":{"round":"8/1","paid":"0.5","burned":"0"}}""", Text(receipt), StringComparison.Ordinal);
        Assert.Contains(
            """{"refusal":{"code":"round_not_found","message":"There is no round 8/1."}}""", Text(refused), StringComparison.Ordinal);
        Assert.Contains("\"8/123\"", Text(new RoundId(TournamentId.Classic, 123)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_outside_the_domain_does_not_travel_as_JSON()
    {
        Assert.True(ContractTypes.OfDomain.Contain(typeof(Outcome<int>)));
        Assert.False(ContractTypes.OfDomain.Contain(typeof(ContractSerializationTests)));
        Assert.False(ContractTypes.OfDomain.Contain(typeof(HttpClient)));
        Assert.ThrowsAny<SerializerException>(() => _serializer.SerializeToArray<object>(new Unknown("x")));
    }

    private static string Text<T>(T value) => Encoding.UTF8.GetString(_serializer.SerializeToArray(value));

    private sealed record Unknown(string Value);
}
