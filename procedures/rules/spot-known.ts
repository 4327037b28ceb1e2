import { variables } from '../../engine/expression/feel.ts';
import { expand } from '../../forms/expand.ts';
import { faultOf, placesOf } from './dossier-data.ts';
import { error, type Rule } from './rule.ts';

/** Questions that say where something is: in one of three ways, or as an address part by part. */
const asked = ['place', 'address'];

/** Where dossiers lie is asked for as a place or an address, and their kind by a choice; what others read of a dossier is in its data; who is called in has a step. */
export const spotKnown: Rule = {
  name: 'spot-known',
  *check(loaded) {
    const { procedure: { spot, similar, answer, duty, forms }, definition } = loaded;
    const application = loaded.forms.get(forms.application);
    if (spot !== undefined && application !== undefined) {
      const { fields } = expand(application);
      if (!asked.includes(fields.get(spot.place)?.widget ?? '')) yield error('spot', { en: `expected the application to ask for a place at "${spot.place}", but it does not`, vi: `đơn không hỏi địa điểm (tọa độ, địa chỉ hoặc lời tả) ở “${spot.place}”` }, 'procedure.json');
      if (spot.kind !== undefined && fields.get(spot.kind)?.ui.options === undefined) yield error('spot', { en: `expected "${spot.kind}" to be a choice of the application, but it is none`, vi: `“${spot.kind}” không phải câu hỏi chọn một trong đơn, nên không phân được loại` }, 'procedure.json');
    }
    if (similar !== undefined && spot === undefined) yield error('similar', { en: 'expected "spot" to say where dossiers lie, so that similar ones are found nearby, but there is none', vi: 'muốn tìm việc tương tự ở gần, thủ tục phải nói địa điểm nằm ở câu hỏi nào (“spot”)' }, 'procedure.json');
    for (const id of duty?.escalation ?? []) {
      if (definition.nodes[id]?.kind !== 'userTask') yield error('duty', { en: `expected "${id}" to be a step of a person, by which others are called in, but there is none`, vi: `“${id}” không phải bước của người nào trong quy trình, nên không thể báo lên bằng bước ấy` }, 'procedure.json');
    }
    const places = placesOf(loaded);
    for (const [place, text] of [['similar', similar?.pictures], ['answer', answer?.text], ['answer', answer?.pictures]] as const) {
      for (const path of text === undefined ? [] : variables(text)) {
        const message = faultOf(places, path);
        if (message) yield error(place, message, 'procedure.json');
      }
    }
  },
};
