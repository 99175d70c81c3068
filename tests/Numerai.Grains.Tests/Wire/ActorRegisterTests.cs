using System.Reflection;
using Numerai.Grains.Actors;
using Numerai.Grains.Serialization;
using Numerai.Tournament.Actors;

namespace Numerai.Grains.Tests.Wire;

/// <summary>Kinds of actors, what they are asked through and their keys are in one list, which grains follow.</summary>
public sealed class ActorRegisterTests
{
    [Fact]
    public void Every_kind_is_in_the_register_once_and_has_a_grain_that_is_asked_through_its_interface()
    {
        var register = new Register();
        foreach (var method in typeof(IActors).GetMethods().Where(method => !method.IsAbstract))
        {
            method.Invoke(register, [.. method.GetParameters().Select(parameter => new Samples().Make(parameter.ParameterType))]);
        }

        Assert.Equal(
            ActorKinds.All.Order(StringComparer.Ordinal),
            register.Asked.Select(asked => asked.Kind).Order(StringComparer.Ordinal));
        Assert.All(register.Asked, asked => Assert.Contains(Grains(asked.Kind), grain => Through(asked).IsAssignableFrom(grain)));
    }

    private static IEnumerable<Type> Grains(string kind) => typeof(IRoundGrain).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<GrainTypeAttribute>()?.GetGrainType(null!, null!).ToString() == kind);

    /// <summary>The grains' interface that has the name of the kind.</summary>
    private static Type Through((string Kind, Type Contract) asked)
    {
        var through = typeof(IRoundGrain).Assembly.GetTypes()
            .Single(type => type.IsInterface && type.GetCustomAttribute<AliasAttribute>()?.Alias == WireNames.Prefix + asked.Kind);
        Assert.True(through.IsAssignableTo(asked.Contract), $"{through} is not asked through {asked.Contract}");
        return through;
    }

    private sealed class Register : IActors
    {
        public List<(string Kind, Type Contract)> Asked { get; } = [];

        public TActor Get<TActor>(string kind, string key)
            where TActor : class
        {
            Asked.Add((kind, typeof(TActor)));
            return null!;
        }
    }
}
