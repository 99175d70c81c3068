using Microsoft.Extensions.DependencyInjection;
using Numerai.Contracts;
using Numerai.Grains.Serialization;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Orleans.Serialization;

namespace Numerai.Grains.Tests.Wire;

/// <summary>What calls between silos carry arrives as it was sent, whatever is in it. Calls are found by reflection.</summary>
public sealed class RoundTripTests
{
    private static readonly Serializer _serializer =
        new ServiceCollection().AddContractSerialization(TestContracts.AndOfDomain).BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public void Every_answer_arrives_with_all_it_says() => AssertNone(
        Answers().Select(answer => (answer.Call, Fault(Answer(answer.Type, new Samples())))));

    [Fact]
    public void Every_answer_arrives_with_what_is_optional_left_out() => AssertNone(
        Answers().Select(answer => (answer.Call, Fault(Answer(answer.Type, new Samples(optional: false))))));

    [Fact]
    public void Every_refusal_arrives_with_its_code_and_sentence() => AssertNone(
        Answers().Where(answer => GrainCalls.IsOutcome(answer.Type))
            .Select(answer => (answer.Call, Fault(new Samples().Refused(answer.Type)))));

    [Fact]
    public void Every_argument_arrives_with_all_its_fields() => AssertNone(Arguments(new Samples()));

    [Fact]
    public void Every_argument_arrives_with_what_is_optional_left_out() => AssertNone(Arguments(new Samples(optional: false)));

    [Fact]
    public void Every_event_and_every_kind_of_action_arrives_with_all_its_fields() => AssertNone(
        new[] { typeof(TournamentEvent), typeof(ProposalAction) }
            .SelectMany(Samples.Concrete)
            .Select(type => (type.Name, Fault(new Samples().Make(type)))));

    [Fact]
    public void The_calls_that_are_tested_are_all_of_them()
    {
        Assert.InRange(GrainCalls.All.Count, 70, 500);
        Assert.InRange(GrainCalls.Contracts.Count, 60, 1000);
        Assert.Contains(GrainCalls.All, call => GrainCalls.Name(call) == "IParticipant.PinStakesAsync");
    }

    [Fact]
    public void A_field_that_does_not_arrive_is_found()
    {
        Assert.NotNull(Differences.Between(new Refusal("a", "b"), new Refusal("a", "c")));
        Assert.NotNull(Fault(new Forgetful { Kept = 1, Forgotten = 2 }));
    }

    private static IEnumerable<(string Call, Type Type)> Answers() => GrainCalls.All
        .Where(call => GrainCalls.Answer(call) is { } answer && GrainCalls.Contracts.Contains(answer))
        .Select(call => (GrainCalls.Name(call), GrainCalls.Answer(call)!));

    private static object Answer(Type type, Samples samples) => GrainCalls.IsOutcome(type) ? samples.Accepted(type) : samples.Make(type);

    private static IEnumerable<(string Call, string? Fault)> Arguments(Samples samples) => GrainCalls.All
        .SelectMany(call => GrainCalls.Arguments(call).Where(type => GrainCalls.Contracts.Contains(type)).Select(type => (call, type)))
        .SelectMany(argument => Samples.Concrete(argument.type)
            .Select(type => ($"{GrainCalls.Name(argument.call)} {type.Name}", Fault(samples.Make(type)))));

    /// <summary>Sends a value as calls do, as an object, whose type travels with it.</summary>
    private static string? Fault(object sent)
    {
        try
        {
            return Differences.Between(sent, _serializer.Deserialize<object>(_serializer.SerializeToArray(sent)));
        }
#pragma warning disable CA1031 // A value that cannot be sent is what is looked for, whatever it breaks on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return $"cannot be sent: {fault.GetType().Name}: {fault.Message}";
        }
    }

    private static void AssertNone(IEnumerable<(string What, string? Fault)> tried)
    {
        var all = tried.ToList();
        Assert.NotEmpty(all);
        Assert.Empty(all.Where(one => one.Fault is not null).Select(one => $"{one.What}: {one.Fault}").Distinct());
    }
}
