using System.Reflection;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Numerai.Grains.Serialization;
using Numerai.Silo.Simulations;
using Orleans.Serialization;
using Orleans.Serialization.Invocation;
using Orleans.Serialization.TypeSystem;

namespace Numerai.Grains.Tests.Wire;

/// <summary>What is really sent between silos, byte for byte, names things by the frozen names and nothing by its namespace.</summary>
public sealed class SentNamesTests
{
    private static readonly ServiceProvider _services = new ServiceCollection()
        .AddContractSerialization()
        .AddWireNames(typeof(ISimulationPointGrain).Assembly)
        .BuildServiceProvider();

    private static readonly Serializer _serializer = _services.GetRequiredService<Serializer>();

    [Fact]
    public void Every_call_is_sent_by_its_name_and_arrives_with_what_it_was_given()
    {
        var requests = GrainCalls.Assemblies.SelectMany(CallNames.Requests).ToList();
        Assert.Equal(GrainCalls.All.Count, requests.Select(CallNames.Method).Distinct().Count());

        Assert.Empty(requests.Select(Fault).OfType<string>());
    }

    [Fact]
    public void Every_answer_is_sent_without_a_namespace() => Assert.Empty(
        GrainCalls.All.Where(call => GrainCalls.Answer(call) is { } answer && GrainCalls.Contracts.Contains(answer))
            .Select(call => (Call: GrainCalls.Name(call), Sent: Text(Answered(GrainCalls.Answer(call)!))))
            .Where(answer => Spaced(answer.Sent))
            .Select(answer => $"{answer.Call}: {answer.Sent}"));

    [Fact]
    public void Every_contract_that_travels_is_found_again_by_its_name()
    {
        var types = _services.GetRequiredService<TypeConverter>();
        var contracts = GrainCalls.Assemblies.SelectMany(WireNames.Contracts).ToList();
        Assert.Contains(contracts, contract => contract.Key == "numerai.Persisted`1");
        Assert.Contains(contracts, contract => contract.Key == "numerai.RoundState");
        Assert.Contains(contracts, contract => contract.Key == "numerai.RoundClosed");

        Assert.All(contracts, contract =>
        {
            Assert.Equal(contract.Key, types.Format(contract.Value));
            Assert.Equal(contract.Value, types.Parse(contract.Key));
        });
    }

    [Fact]
    public void A_call_with_a_name_that_nobody_has_is_refused()
    {
        var types = _services.GetRequiredService<TypeConverter>();

        Assert.False(types.TryParse("numerai.ITreasury.MintAsync(String)", out _));
    }

    /// <summary>What is wrong with a call as it is sent; null for nothing.</summary>
    private static string? Fault(Type request)
    {
        var method = CallNames.Method(request);
        var sent = (IInvokable)Activator.CreateInstance(request)!;
        var samples = new Samples();
        var arguments = method.GetParameters().Select(parameter => Argument(samples, parameter)).ToArray();
        for (var place = 0; place < arguments.Length; place++)
        {
            sent.SetArgument(place, arguments[place]!);
        }

        var bytes = _serializer.SerializeToArray<object>(sent);
        var text = Encoding.UTF8.GetString(bytes);
        var arrived = (IInvokable)_serializer.Deserialize<object>(bytes)!;
        return Spaced(text) ? $"{CallNames.Of(method)} tells a namespace: {text}"
            : !text.Contains(CallNames.Of(method), StringComparison.Ordinal) ? $"{CallNames.Of(method)} is sent as {text}"
            : arrived.GetMethod() != method ? $"{CallNames.Of(method)} arrives as {CallNames.Of(arrived.GetMethod())}"
            : arguments.Select((argument, place) => Differences.Between(argument, arrived.GetArgument(place)))
                .FirstOrDefault(difference => difference is not null);
    }

    /// <summary>References to grains and observers are sent by their interfaces' names; here none is there.</summary>
    private static object? Argument(Samples samples, ParameterInfo parameter) =>
        parameter.ParameterType.IsAssignableTo(typeof(IAddressable)) ? null : samples.Make(parameter.ParameterType);

    private static object Answered(Type answer)
    {
        var value = GrainCalls.IsOutcome(answer) ? new Samples().Accepted(answer) : new Samples().Make(answer);
        return typeof(Response).GetMethod(nameof(Response.FromResult))!.MakeGenericMethod(answer).Invoke(null, [value])!;
    }

    private static string Text(object sent) => Encoding.UTF8.GetString(_serializer.SerializeToArray(sent));

    private static bool Spaced(string text) =>
        text.Contains("Numerai", StringComparison.Ordinal) || text.Contains("OrleansCodeGen", StringComparison.Ordinal);
}
